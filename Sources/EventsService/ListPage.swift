import AWSWire
import JSONTree
import ResourceNames

/// One page of a list that is sorted by a text.
enum ListPage {
    /// Cuts a page out.
    ///
    /// - Parameter clock: Tells the age of tokens.
    static func shape<Entry>(
        _ entries: [Entry], member: String, id: (Entry) -> String, _ input: ActionInput, _ clock: any WallClock,
        _ shape: (Entry) -> JSON
    ) throws(ServiceError) -> OperationOutput {
        let page = try PageTokens(clock: clock).page(
            of: entries, size: try input.limit, token: input.text("NextToken"), list: member,
            refusal: .invalid("Parameter NextToken is not valid. Reason: Provided NextToken is not in correct format."),
            position: id, isAfter: { $1.utf8.lexicographicallyPrecedes(id($0).utf8) })
        var answer: JSONObject = [member: .array(page.items.map(shape))]
        answer["NextToken"] = page.nextToken.map { .string($0) }
        return OperationOutput(.object(answer))
    }
}
