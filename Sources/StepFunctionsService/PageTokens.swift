import AWSWire
import Digests
import ExecutionEngine
import JSONTree
import ResourceNames

/// Tokens that continue a list: opaque, valid for a day, and only for the list they came from.
struct PageTokens: Sendable {
    private static let millisecondsMax: Int64 = 24 * 3_600_000
    /// Tells the age of a token.
    let clock: any WallClock

    /// A token that remembers a position in a list.
    func token(_ position: String, list: String) -> String {
        Base64.encode(Array("\(clock.now.milliseconds)\n\(list)\n\(position)".utf8))
    }

    /// The position in a token.
    ///
    /// - Throws: `InvalidToken` for one that is not ours, is of another list, or is over a day old.
    func position(_ token: String?, list: String) throws(ServiceError) -> String? {
        guard let token else { return nil }
        guard let bytes = Base64.decode(token), let text = String(validating: bytes, as: UTF8.self) else {
            throw .invalidToken
        }
        let parts = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let issued = Int64(parts[0]), parts[1] == list,
            clock.now.milliseconds - issued <= Self.millisecondsMax
        else { throw .invalidToken }
        return String(parts[2])
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
        let after = try self.position(action.text("nextToken"), list: list)
        let rest = after.map { after in items.drop { !isAfter($0, after) } } ?? items[...]
        let page = rest.prefix(action.pageSize())
        guard page.count < rest.count, let last = page.last else { return (page, nil) }
        return (page, .string(token(position(last), list: list)))
    }
}
