import Digests
import ResourceNames

/// Tokens that continue a list: opaque, valid for a day, and only for the list they came from.
package struct PageTokens: Sendable {
    private static let millisecondsMax: Int64 = 24 * 3_600_000
    /// Tells the age of a token.
    package let clock: any WallClock

    /// Tokens by a clock.
    package init(clock: any WallClock) { self.clock = clock }

    /// A token that remembers a position in a list.
    package func token(_ position: String, list: String) -> String {
        Base64.encode(Array("\(clock.now.milliseconds)\n\(list)\n\(position)".utf8))
    }

    /// The position in a token.
    ///
    /// - Throws: The refusal for one that is not ours, is of another list, or is over a day old.
    package func position(_ token: String?, list: String, refusal: ServiceError) throws(ServiceError) -> String? {
        guard let token else { return nil }
        guard let bytes = Base64.decode(token), let text = String(validating: bytes, as: UTF8.self) else {
            throw refusal
        }
        let parts = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let issued = Int64(parts[0]), parts[1] == list,
            clock.now.milliseconds - issued <= Self.millisecondsMax
        else { throw refusal }
        return String(parts[2])
    }

    /// Cuts a list that lies in memory into pages.
    ///
    /// - Parameters:
    ///   - size: Entries of a page.
    ///   - list: What is listed: a token is good for that alone. No line breaks.
    ///   - refusal: Of a token that is not good.
    ///   - position: Names an item for ever; the next page begins after it.
    ///   - isAfter: Whether an item comes after a position, which may have been removed meanwhile.
    /// - Returns: The page, and the token of the next one if there is one.
    package func page<Item>(
        of items: [Item], size: Int, token: String?, list: String, refusal: ServiceError, position: (Item) -> String,
        isAfter: (Item, String) -> Bool
    ) throws(ServiceError) -> (items: ArraySlice<Item>, nextToken: String?) {
        let after = try self.position(token, list: list, refusal: refusal)
        let rest = after.map { after in items.drop { !isAfter($0, after) } } ?? items[...]
        let page = rest.prefix(size)
        guard page.count < rest.count, let last = page.last else { return (page, nil) }
        return (page, self.token(position(last), list: list))
    }
}
