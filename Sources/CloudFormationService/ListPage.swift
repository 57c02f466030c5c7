import AWSWire
import JSONTree

/// One page of a list in a fixed order; the token says how many entries came before.
enum ListPage {
    /// Cuts a page out.
    ///
    /// - Parameter member: Where the list stands; a token is good for that alone.
    static func shape<Entry>(
        _ entries: [Entry], member: String, _ input: ActionInput, _ pages: PageTokens, _ shape: (Entry) -> JSON
    ) throws(ServiceError) -> OperationOutput {
        let token = try input.text("NextToken")
        let refusal = ServiceError.validation("Invalid NextToken: \(token ?? "")")
        let start = try pages.position(token, list: member, refusal: refusal).map { Int($0) ?? 0 } ?? 0
        // The list may have become shorter meanwhile.
        let page = entries.dropFirst(start).prefix(Limits.page)
        var answer: JSONObject = [member: .array(page.map(shape))]
        if page.endIndex < entries.endIndex {
            answer["NextToken"] = .string(pages.token(String(page.endIndex), list: member))
        }
        return OperationOutput(.object(answer))
    }
}
