import AWSWire
import JSONTree

extension PageTokens {
    /// Cuts a page out of a list that is sorted by a text.
    ///
    /// - Parameters:
    ///   - size: Entries when the request does not say how many.
    ///   - list: What is listed: a token is good for that alone.
    func page<Item>(
        of items: [Item], _ request: ActionInput, size: Int, list: String, id: (Item) -> String
    ) throws(ServiceError) -> (items: ArraySlice<Item>, nextToken: JSON?) {
        let page = try page(
            of: items, size: try request.integer("MaxResults") ?? size, token: request.text("NextToken"), list: list,
            refusal: .invalidNextToken, position: id,
            isAfter: { item, last in last.utf8.lexicographicallyPrecedes(id(item).utf8) })
        return (page.items, page.nextToken.map { .string($0) })
    }
}
