/// How a token is asked for: the client credentials grant of OAuth 2.0 (RFC 6749, section 4.4).
package struct OAuthClient: Sendable, Equatable {
    /// The URL that gives tokens.
    package let endpoint: String
    /// `GET`, `POST` or `PUT`.
    package let method: String
    /// Who asks.
    package let clientID: String
    /// What proves it.
    package let secret: String
    /// Added to the headers of the request for a token.
    package var headers: [HTTPField]
    /// Added to its query string.
    package var query: [HTTPField]
    /// Added to its form.
    package var body: [HTTPField]

    /// A client with everything its requests carry.
    package init(
        endpoint: String, method: String, clientID: String, secret: String, headers: [HTTPField] = [],
        query: [HTTPField] = [], body: [HTTPField] = []
    ) {
        self.endpoint = endpoint
        self.method = method
        self.clientID = clientID
        self.secret = secret
        self.headers = headers
        self.query = query
        self.body = body
    }
}

extension OAuthClient: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The endpoint alone.
    package var description: String { "client of \(endpoint)" }
    /// The endpoint alone.
    package var debugDescription: String { description }
    /// Nothing: `dump` would show the secret.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
