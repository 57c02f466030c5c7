/// Who signs a request.
package struct AWSCredentials: Sendable, Equatable {
    /// Public: it is part of the request.
    package let accessKeyID: String
    /// Never sent.
    package let secret: String
    /// Of temporary credentials.
    package let sessionToken: String?

    /// Credentials of two or three parts.
    package init(accessKeyID: String, secret: String, sessionToken: String? = nil) {
        self.accessKeyID = accessKeyID
        self.secret = secret
        self.sessionToken = sessionToken
    }
}

extension AWSCredentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The access key id alone.
    package var description: String { "credentials \(accessKeyID)" }
    /// The access key id alone.
    package var debugDescription: String { description }
    /// Nothing: `dump` would show the secret.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
