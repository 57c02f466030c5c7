/// Whether requests must be signed.
package enum AuthMode: String, Sendable, CaseIterable {
    /// Signatures are not looked at.
    case off
    /// Signature Version 4, by a key that was made here or is the owner's.
    case sigv4
}
