import CNewelPlugin

/// Why a call failed: the error name a `Retry` or `Catch` matches, and words for people.
public struct PluginError: Error, Sendable, Equatable {
    /// `OutOfStock`.
    public var type: String
    /// For people.
    public var message: String
    /// A JSON array of strings, or empty.
    public var stackJSON: String

    /// An error of a type with a message.
    public init(_ type: String, _ message: String, stackJSON: String = "") {
        self.type = type
        self.message = message
        self.stackJSON = stackJSON
    }

    /// The plugin's own error as it is, an AWS error under its code, any other under its Swift type.
    init(wrapping error: any Error) {
        switch error {
        case let error as PluginError: self = error
        case let error as APIError: self.init(error.code, error.message)
        default: self.init("\(Swift.type(of: error))", "\(error)")
        }
    }

    func withCValue<R>(_ body: (UnsafePointer<newel_error>) -> R) -> R {
        withBytes(type) { type in
            withBytes(message) { message in
                withBytes(stackJSON) { stack in
                    var error = newel_error(
                        size: UInt32(MemoryLayout<newel_error>.size), flags: 0, type: type, message: message,
                        stack_json: stack)
                    return body(&error)
                }
            }
        }
    }
}
