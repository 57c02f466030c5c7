import JSONTree
import ResourceNames

/// What a sender was told, in a form that is kept so that a repeat is told the same.
package protocol StoredReceipt: Sendable {
    /// The members of the action's output.
    var members: JSONObject { get }
    /// Reads those members; `nil` when they are not all there.
    init?(members: JSON)
}

extension StoredReceipt {
    /// The row that recognises a repeat after a restart.
    package func row(expiresAt: Timestamp) -> [UInt8] {
        var members = members
        members["expiresAt"] = .integer(expiresAt.milliseconds)
        return JSON.object(members).bytes
    }

    /// Reads such a row; `nil` when it is damaged.
    package static func read(_ bytes: [UInt8]) -> (receipt: Self, expiresAt: Timestamp)? {
        // Why the bytes are no JSON does not matter: the row only recognises a repeat.
        guard let shape = try? JSON.parse(bytes), let receipt = Self(members: shape),
            let expiresAt = shape["expiresAt"]?.integerValue
        else { return nil }
        return (receipt, Timestamp(milliseconds: expiresAt))
    }
}
