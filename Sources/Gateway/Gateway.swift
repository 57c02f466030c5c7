import AWSWire
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// The HTTP listener: turns requests into `WireRequest`s for the front door and writes its replies.
///
/// Hummingbird's server accepts and stops; a connection itself is a pipeline of ours that hands over whole requests, because a request of an AWS API is
/// small and its reply is one piece (a quarter of the cost of the general request and response streams).
package struct Gateway: Service {
    private let configuration: GatewayConfiguration
    private let door: AWSFrontDoor
    private let logger: Logger

    /// A gateway to the front door.
    package init(door: AWSFrontDoor, configuration: GatewayConfiguration, logger: Logger) {
        self.door = door
        self.configuration = configuration
        self.logger = logger
    }

    /// Serves until shutdown: then it accepts nothing new, lets requests under way end within the grace, and returns.
    package func run() async throws {
        let onReady = configuration.onReady
        let server = GatewayConnection(door: door, configuration: configuration).server(
            configuration: ServerConfiguration(
                address: .hostname(configuration.host, port: configuration.port), backlog: 1_024),
            onServerRunning: { channel in await onReady(channel.localAddress?.port ?? 0) },
            eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: logger)
        try await server.run()
    }
}
