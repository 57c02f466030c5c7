/// What a server answered.
package struct OutboundResponse: Sendable, Equatable {
    /// `200`.
    package var status: Int
    /// `OK`; empty when the server gives no words.
    package var reason: String
    /// In the order of the answer, names as the server writes them.
    package var headers: [HTTPField]
    /// The whole body.
    package var body: [UInt8]

    /// An answer with all its parts.
    package init(status: Int, reason: String, headers: [HTTPField], body: [UInt8]) {
        self.status = status
        self.reason = reason
        self.headers = headers
        self.body = body
    }

    /// The first header of a name, however that is written.
    package func header(_ name: String) -> String? { headers.first { $0.isNamed(name) }?.value }
}
