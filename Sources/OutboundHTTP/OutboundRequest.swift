/// A request to a server somewhere else.
package struct OutboundRequest: Sendable {
    /// `GET`.
    package var method: String
    /// Absolute, `http` or `https`, percent-encoded.
    package var url: String
    /// In the order in which they are sent; without `Content-Length`, which follows from the body. `Host` follows from the URL
    /// unless it is given.
    package var headers: [HTTPField]
    /// `nil`: no body at all, not even an empty one.
    package var body: [UInt8]?
    /// From the look-up of the name to the last byte of the answer.
    package var timeout: Duration
    /// A larger answer ends the exchange.
    package var responseBytesMax: Int

    /// A request with everything it needs.
    package init(
        method: String, url: String, headers: [HTTPField], body: [UInt8]?, timeout: Duration, responseBytesMax: Int
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
        self.responseBytesMax = responseBytesMax
    }
}
