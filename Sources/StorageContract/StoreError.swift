/// A store's failure.
package struct StoreError: Error, Sendable, Equatable {
    /// What to switch on.
    package enum Code: String, Sendable {
        case unavailable, corrupt, full, readOnly, locked, newerFormat, closed
    }
    package var code: Code
    /// What failed and what to do about it.
    package var message: String
    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}

extension StoreError {
    /// A resource whose row cannot be read: starting without it would lose it silently.
    package static func damaged(kind: String, key: String) -> StoreError {
        StoreError(.corrupt, "The stored \(kind) '\(key)' cannot be read. Restore the data folder from a backup.")
    }
}
