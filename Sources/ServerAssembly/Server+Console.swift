import AWSWire
import Gateway
import Platform
import WebConsole

extension Server {
    /// The console over this server.
    func console() -> WebConsole {
        let (auth, gatekeeper) = (configuration.auth, dispatcher.gatekeeper)
        return WebConsole(
            ConsoleServices(
                dispatcher: dispatcher, engine: engine, host: host, feed: feed, territory: configuration.territory,
                address: configuration.host, clock: SystemClock(), pause: BackgroundWork.pause,
                identify: { request throws(ServiceError) in
                    guard auth == .sigv4 else { return nil }
                    return try gatekeeper?.sender(of: request, CredentialScope(of: request), isS3: false)
                },
                territories: ConsolePlaces(store: store).list))
    }
}
