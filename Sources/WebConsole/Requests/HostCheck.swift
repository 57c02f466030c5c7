import AWSWire

/// Keeps pages elsewhere out: those that send requests here, and those that have a name of theirs lead here (DNS rebinding).
package enum HostCheck {
    /// Whether a `Host` is one of this machine's: a loopback name, an address in digits, or what the server was told to listen on. No other name is, for
    /// whoever owns a name decides where it leads.
    static func isOwnName(_ host: String?, configured: String) -> Bool {
        guard let host, !host.isEmpty else { return false }
        let name = nameOf(host).lowercased()
        if name == "localhost" || name.hasSuffix(".localhost") || name == configured.lowercased() { return true }
        if name.hasPrefix("[") { return true }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil }
    }

    /// Refuses what a page elsewhere sends. Clients that are no browsers say neither where they come from nor what for.
    package static func checkSite(of request: WireRequest) throws(ServiceError) {
        if let site = request.header("sec-fetch-site"), site != "same-origin", site != "none" { throw foreign }
        if let origin = request.header("origin"), origin != "http://" + (request.header("host") ?? "") { throw foreign }
    }

    /// The same, and writes without the console's own header.
    static func checkOrigin(of request: WireRequest) throws(ServiceError) {
        let isWrite = request.method != "GET" && request.method != "HEAD"
        try checkSite(of: request)
        if isWrite, request.header("origin") == nil { throw foreign }
        guard !isWrite || request.header("x-console") == "1" else {
            throw ServiceError(
                "ForeignRequest",
                "Writes of the console carry the header 'X-Console: 1'. Other clients use the AWS APIs.",
                status: 403)
        }
    }

    /// Without the port.
    private static func nameOf(_ host: String) -> Substring {
        if host.hasPrefix("["), let end = host.firstIndex(of: "]") { return host[...end] }
        return host.prefix { $0 != ":" }
    }

    private static let foreign = ServiceError(
        "ForeignOrigin",
        "Only the console's own pages may ask for this from a browser. Other clients use the AWS APIs.",
        status: 403)
}
