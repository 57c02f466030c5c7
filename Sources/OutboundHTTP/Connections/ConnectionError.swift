/// Why a connection cannot be used.
package struct ConnectionError: Error, Sendable, Equatable {
    /// AWS's kinds. Source: developer guide, "Call HTTPS APIs", connection errors.
    package enum Code: String, Sendable {
        case resourceNotFound = "ResourceNotFound"
        case invalidConnectionState = "InvalidConnectionState"
        case authInProgress = "AuthInProgress"
        case accessDenied = "AccessDenied"
        case internalError = "InternalError"
    }

    /// The kind of failure.
    package let code: Code
    /// For people; without secrets.
    package let message: String

    /// A failure in words.
    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    /// What an execution sees: `Events.ConnectionResource.ResourceNotFound`.
    package var errorName: String { "Events.ConnectionResource.\(code.rawValue)" }
}
