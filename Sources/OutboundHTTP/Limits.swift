/// Limits of requests to other servers.
enum Limits {
    /// Connections at once; further requests wait for one.
    static let connectionsMax = 512
    /// How long a token may be waited for.
    static let tokenTimeout = Duration.seconds(30)
    /// How large the answer with a token may be.
    static let tokenBytesMax = 65_536
    /// A token is not used in the last part of its life. Source: EventBridge user guide, "Authorization methods for connections".
    static let tokenMargin = Duration.seconds(60)
}
