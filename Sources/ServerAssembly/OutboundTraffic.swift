import HTTPInvokeIntegration
import OutboundHTTP
import Platform
import PluginRuntime

/// What asks servers elsewhere: one client, the tokens it is authorised by, and a book of what somebody wants to see.
struct OutboundTraffic: Sendable {
    private let client = OutboundClient()
    /// Exchanges of executions that are watched.
    let exchanges = ExchangeBook()

    /// The integration `http:invoke`.
    ///
    /// - Parameter connections: Asked in their order.
    func httpInvoke(_ connections: [any ConnectionSource]) -> HTTPInvokePlugin {
        let send = send
        let tokens = TokenKeeper(uptime: { .nanoseconds(Clocks.monotonicNanoseconds) }, send: send)
        return HTTPInvokePlugin(connections: connections, tokens: tokens, exchanges: exchanges, send: send)
    }

    /// What calls services at other endpoints.
    func forwarder(_ services: [ForwardedService]) -> Forwarder {
        // The machine's time even when the server's stands still: the other side checks it.
        Forwarder(services, now: { SystemClock().now }, send: send)
    }

    /// Ends what is under way.
    func close() { client.close() }

    /// Sends a request.
    var send: @Sendable (OutboundRequest) async throws(OutboundError) -> OutboundResponse {
        let client = client
        return { (request) async throws(OutboundError) in try await client.send(request) }
    }
}
