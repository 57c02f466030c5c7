/// Which headers a Task state may set.
///
/// Source: AWS Step Functions developer guide, "HTTP Task fields".
enum HeaderRules {
    private static let forbidden: Set<String> = [
        "a-im", "accept-charset", "accept-datetime", "accept-encoding", "authorization", "cache-control", "connection",
        "content-encoding", "content-md5", "date", "expect", "forwarded", "from", "host", "http2-settings", "if-match",
        "if-modified-since", "if-none-match", "if-range", "if-unmodified-since", "max-forwards", "origin", "pragma",
        "proxy-authorization", "referer", "server", "te", "trailer", "transfer-encoding", "upgrade", "via", "warning",
    ]
    private static let forbiddenBeginnings = ["x-forwarded-", "x-amz-", "x-amzn-"]
    /// What follows from the request itself, or is always the same.
    private static let ours: Set<String> = ["content-length", "host", "range", "transfer-encoding", "user-agent"]

    /// Whether a task with this header fails.
    static func isForbidden(_ name: String) -> Bool {
        let name = name.lowercased()
        return forbidden.contains(name) || forbiddenBeginnings.contains { name.hasPrefix($0) }
    }

    /// Whether the header is set here, whatever a task or a connection says.
    static func isOurs(_ name: String) -> Bool { ours.contains(name.lowercased()) }
}
