/// An HTTP request as the front door sees it; whoever listens fills it in.
package struct WireRequest: Sendable {
    /// `POST`.
    package var method: String
    /// The path as sent, still percent-encoded, without the query string.
    package var path: String
    /// What follows the question mark, as sent; empty without one.
    package var query: String
    /// In the order of the request; names in lower case.
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]
    /// The address of who sent it, without port; empty where that is not known.
    package var peer = ""

    /// A request; header names must be in lower case.
    package init(
        method: String, path: String, query: String = "", headers: [(name: String, value: String)] = [],
        body: [UInt8] = []
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
    }

    /// The first header of a lower-case name.
    package func header(_ name: String) -> String? {
        for header in headers where header.name == name { return header.value }
        return nil
    }
}
