/// Why a key that exists cannot be used. Source: Step Functions API reference, `kmsKeyState`.
package enum KeyState: String, Sendable {
    case disabled = "DISABLED"
    case pendingDeletion = "PENDING_DELETION"
    /// Its material is lost.
    case unavailable = "UNAVAILABLE"
}
