import StorageContract

/// Why the server does not start or had to stop: for the person who typed the command.
package struct ServerError: Error, Sendable, CustomStringConvertible {
    /// What is in the way and what to do.
    package let description: String

    /// A reason in words.
    package init(_ description: String) { self.description = description }

    init(_ error: any Error, _ configuration: ServerConfiguration) {
        switch error {
        case let error as ServerError: self = error
        case let error as StoreError: description = error.message
        default:
            let text = "\(error)"
            if text.contains("EADDRINUSE") || text.contains("errno: 98") || text.contains("Address already in use") {
                description =
                    "Port \(configuration.port) of \(configuration.host) is in use. Give another with --port, or stop what listens there."
            } else {
                description = text
            }
        }
    }
}
