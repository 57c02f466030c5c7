import AWSWire
import JSONTree

/// Where the gateway listens and whom it asks.
package struct GatewayConfiguration: Sendable {
    /// The address to listen on.
    package var host: String
    /// The port to listen on; 0 takes any free one.
    package var port: Int
    /// What `GET /_newel/health` answers.
    package var health: @Sendable () async -> JSON
    /// What the server answers of itself beside that, by path; paths begin with `/_newel/`, or are those that AWS has.
    package var pages: [String: @Sendable (WireRequest) async -> WireReply]
    /// Pages for a browser; `nil`: there are none.
    package var site: (any GatewaySite)?
    /// Told the bound port once requests are accepted.
    package var onReady: @Sendable (_ port: Int) async -> Void
    /// How long requests under way may take to end when the gateway stops.
    package var shutdownGrace: Duration
    /// How long a connection stays open on which the client sends nothing and waits for nothing.
    package var idleTime = Duration.seconds(300)
    /// How long the head of a request may take, and a body that comes at less than 1 KiB a second.
    package var slowTime = Duration.seconds(10)

    /// A listener on the loopback address unless told otherwise.
    package init(
        host: String = "127.0.0.1", port: Int = 4566, shutdownGrace: Duration = .seconds(2),
        health: @escaping @Sendable () async -> JSON = { ["status": "ok"] },
        pages: [String: @Sendable (WireRequest) async -> WireReply] = [:],
        onReady: @escaping @Sendable (_ port: Int) async -> Void = { _ in }
    ) {
        self.host = host
        self.port = port
        self.health = health
        self.pages = pages
        self.onReady = onReady
        self.shutdownGrace = shutdownGrace
    }
}
