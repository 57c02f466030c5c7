import AWSWire

/// Which paths are pages.
enum PagePath {
    /// Pages of one part, and those that have a name behind it: how many parts at most.
    private static let depths: [String: ClosedRange<Int>] = [
        "new": 1...1, "deploy": 2...2, "stacks": 1...2, "machines": 2...3, "executions": 3...3, "search": 1...1,
        "approvals": 1...1, "handlers": 1...2, "queues": 1...1, "topics": 1...1, "signin": 1...1,
    ]

    /// Whether a GET is a person's who goes to a page: everything else on the same path is an AWS call.
    static func isPage(_ request: WireRequest) -> Bool {
        guard isVisit(request), CredentialScope(of: request) == nil, !isForBucket(request) else { return false }
        if request.path == "/" { return true }
        let parts = request.path.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard let first = parts.first.map({ String(decoding: $0, as: UTF8.self) }) else { return false }
        return depths[first]?.contains(parts.count) ?? false
    }

    /// Whether the host's name is a bucket's.
    private static func isForBucket(_ request: WireRequest) -> Bool {
        guard let host = request.header("host") else { return false }
        return host.hasPrefix("s3.") || host.contains(".s3.") || host.contains(".s3-")
    }

    private static func isVisit(_ request: WireRequest) -> Bool {
        if let mode = request.header("sec-fetch-mode") { return mode == "navigate" }
        return request.header("accept")?.contains("text/html") ?? false
    }
}
