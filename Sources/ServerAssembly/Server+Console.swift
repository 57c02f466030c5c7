import AWSWire
import Gateway
import Platform
import SQSService
import StepFunctionsService
import WebConsole

extension Server {
    /// The console over this server.
    func console() -> WebConsole {
        let (auth, sessions) = (configuration.auth, sessions)
        return WebConsole(
            ConsoleServices(
                dispatcher: dispatcher, engine: engine, fork: fork.run, host: host, feed: feed,
                territory: configuration.territory,
                address: configuration.host, clock: SystemClock(), pause: BackgroundWork.pause,
                identify: { request throws(ServiceError) in
                    guard auth == .sigv4 else { return nil }
                    return try sessions.sender(of: request)
                },
                signIn: sessions.begin, signOut: ConsoleSessions.end, messages: sqs.messages,
                territories: ConsolePlaces(store: store).list))
    }
}
