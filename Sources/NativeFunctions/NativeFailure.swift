/// Why a call of a native function failed: the error its caller sees.
package struct NativeFailure: Error, Sendable, Equatable {
    /// The error name a Retry or Catch matches.
    package var type: String
    /// For people.
    package var message: String

    /// States all.
    package init(type: String, message: String) {
        self.type = type
        self.message = message
    }

    /// The input does not hold what the function needs; it was not called.
    static func input(_ message: String) -> Self { Self(type: "Native.InvalidInput", message: message) }
    /// What the function gave cannot be a result.
    static func result(_ message: String) -> Self { Self(type: "Native.InvalidResult", message: message) }
    /// A pointer was NULL that must not be.
    static func null(_ message: String) -> Self { Self(type: "Native.NullResult", message: message) }

    /// The error name when the manifest does not give one.
    package static let callFailed = "Native.CallFailed"
}
