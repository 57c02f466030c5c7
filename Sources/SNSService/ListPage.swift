import AWSWire
import JSONTree
import ResourceNames

/// One page of a list of topics or subscriptions.
enum ListPage {
    /// Cuts a page out of elements sorted by id.
    ///
    /// - Parameter clock: Tells the age of tokens.
    static func shape<Element>(
        _ elements: [Element], member: String, id: (Element) -> String, _ input: ActionInput, _ clock: any WallClock,
        _ shape: (Element) -> JSON
    ) throws(ServiceError) -> JSON {
        let page = try PageTokens(clock: clock).page(
            of: elements, size: Limits.listPage, token: input.text("NextToken"), list: member,
            refusal: .invalid("NextToken"), position: id, isAfter: { $1.utf8.lexicographicallyPrecedes(id($0).utf8) })
        var answer: JSONObject = [member: .array(page.items.map(shape))]
        answer["NextToken"] = page.nextToken.map { .string($0) }
        return .object(answer)
    }
}
