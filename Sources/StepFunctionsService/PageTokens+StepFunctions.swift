import AWSWire
import JSONTree

extension PageTokens {
    /// The position in a token.
    ///
    /// - Throws: `InvalidToken` for one that is not ours, is of another list, or is over a day old.
    func position(_ token: String?, list: String) throws(ServiceError) -> String? {
        try position(token, list: list, refusal: .invalidToken)
    }

    /// Cuts a list that lies in memory into pages.
    ///
    /// - Parameters:
    ///   - position: Names an item for ever; the next page begins after it.
    ///   - isAfter: Whether an item comes after a position, which may have been removed meanwhile.
    /// - Returns: The page, and the token of the next one if there is one.
    func page<Item>(
        of items: [Item], _ action: StatesInput, list: String, position: (Item) -> String,
        isAfter: (Item, String) -> Bool
    ) throws(ServiceError) -> (items: ArraySlice<Item>, nextToken: JSON?) {
        let page = try page(
            of: items, size: action.pageSize(), token: action.text("nextToken"), list: list, refusal: .invalidToken,
            position: position, isAfter: isAfter)
        return (page.items, page.nextToken.map { .string($0) })
    }
}
