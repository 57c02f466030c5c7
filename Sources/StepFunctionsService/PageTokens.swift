import AWSWire
import Digests
import ExecutionEngine
import ResourceNames

/// Tokens that continue a list: opaque, valid for a day, and only for the list they came from.
struct PageTokens: Sendable {
    private static let millisecondsMax: Int64 = 24 * 3_600_000
    let clock: any EngineClock

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
            throw .invalidPageToken(token)
        }
        let parts = text.split(separator: "\n", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let issued = Int64(parts[0]), parts[1] == list,
            clock.now.milliseconds - issued <= Self.millisecondsMax
        else { throw .invalidPageToken(token) }
        return String(parts[2])
    }
}

extension ServiceError {
    static func invalidPageToken(_ token: String) -> ServiceError {
        ServiceError("InvalidToken", "Invalid Token: '\(token)'")
    }
}
