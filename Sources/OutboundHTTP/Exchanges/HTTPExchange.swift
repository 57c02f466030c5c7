/// A request and what came back, for people who want to see it.
package struct HTTPExchange: Sendable {
    /// A request as it was sent, or what may be shown of it.
    package struct Request: Sendable, Equatable {
        /// `GET`.
        package let method: String
        /// With its query string.
        package let url: String
        /// In the order in which they were sent.
        package let headers: [HTTPField]
        /// `nil` without one.
        package let body: String?

        /// A request with all that is shown of it.
        package init(method: String, url: String, headers: [HTTPField], body: String?) {
            self.method = method
            self.url = url
            self.headers = headers
            self.body = body
        }
    }

    /// All of it, with what the connection added.
    package let request: Request
    /// Without what the connection added.
    package let withoutSecrets: Request
    /// `nil` when none came.
    package let response: OutboundResponse?

    /// An exchange, seen both ways.
    package init(request: Request, withoutSecrets: Request, response: OutboundResponse?) {
        self.request = request
        self.withoutSecrets = withoutSecrets
        self.response = response
    }
}
