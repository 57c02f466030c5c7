import ResourceNames

/// What wraps data keys: a key management service, as seen by those who seal. Answers at once. [any thread]
package protocol KeyAuthority: Sendable {
    /// Finds a key that may be used now.
    ///
    /// - Parameters:
    ///   - key: A key id, an alias, or the ARN of either.
    ///   - territory: Where names are looked up, and whose account asks.
    /// - Returns: The key's ARN.
    func usableKey(_ key: String, in territory: Territory) throws(KeyFailure) -> String

    /// Makes a data key and wraps it.
    ///
    /// - Parameters:
    ///   - key: The ARN of a key.
    ///   - context: Unwrapping needs the same.
    func wrapNew(under key: String, context: [(key: String, value: String)]) throws(KeyFailure) -> (
        plain: [UInt8], wrapped: [UInt8]
    )

    /// Unwraps a data key, under whichever key it was wrapped.
    ///
    /// - Parameter territory: Whose account asks.
    func unwrap(
        _ wrapped: [UInt8], in territory: Territory, context: [(key: String, value: String)]
    ) throws(KeyFailure) -> [UInt8]
}
