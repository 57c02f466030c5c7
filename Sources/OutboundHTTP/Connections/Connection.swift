/// How requests to a server are authorised, and what else is added to them: an EventBridge connection.
///
/// It holds secrets: its descriptions name it and say nothing else.
package struct Connection: Sendable, Equatable {
    /// How a request shows that it may be made.
    package enum Authorization: Sendable, Equatable {
        /// `Authorization: Basic …`.
        case basic(user: String, password: String)
        /// A header of its own.
        case apiKey(name: String, value: String)
        /// A token that is fetched first.
        case oauth(OAuthClient)
    }

    /// Its ARN, or the name under which a file lists it.
    package let name: String
    package let authorization: Authorization
    /// Added to the headers of a request; they win over those of the same name.
    package var headers: [HTTPField]
    /// Added to the query string; they win over parameters of the same name.
    package var query: [HTTPField]
    /// Added to the members of a body that is an object; they win over members of the same name.
    package var body: [HTTPField]

    /// A connection with everything it adds.
    package init(
        name: String, authorization: Authorization, headers: [HTTPField] = [], query: [HTTPField] = [],
        body: [HTTPField] = []
    ) {
        self.name = name
        self.authorization = authorization
        self.headers = headers
        self.query = query
        self.body = body
    }
}

extension Connection: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Its name alone.
    package var description: String { "connection \(name)" }
    /// Its name alone.
    package var debugDescription: String { description }
    /// Nothing: `dump` would show the secrets.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
