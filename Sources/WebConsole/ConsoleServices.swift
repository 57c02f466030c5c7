import AWSWire
import ExecutionEngine
import JSONTree
import PluginHost
import ResourceNames
import StorageContract

/// What the console is given by whoever puts the server together.
package struct ConsoleServices: Sendable {
    /// The one way to an action.
    package var dispatcher: Dispatcher
    /// Who follows executions, and their records.
    package var engine: ExecutionEngine
    /// Starts an execution that shares another's history up to the event that entered a state.
    package var fork:
        @Sendable (_ execution: ExecutionARN, _ event: Int64, _ input: String?, _ name: String?)
            async throws(ServiceError) -> ExecutionARN
    /// What is installed.
    package var host: PluginHost
    /// Lines of handlers, and what the plugin host says.
    package var feed: ConsoleFeed
    /// Account and region of a page that names none.
    package var territory: Territory
    /// The address the server listens on.
    package var address: String
    /// Time for pings.
    package var clock: any TimerClock
    /// Waits; ends early when cancelled.
    package var pause: @Sendable (Duration) async throws -> Void
    /// Who asks; `nil`: the owner of the machine. Throws when nobody is signed in who must be.
    package var identify: @Sendable (WireRequest) throws(ServiceError) -> Sender?
    /// Opens a session with an access key and its secret: the `Set-Cookie`; `nil` when they do not belong together.
    package var signIn: @Sendable (_ accessKeyID: String, _ secret: String) -> String?
    /// The `Set-Cookie` that ends a session.
    package var signOut: String
    /// Messages of a queue, by its ARN, without receiving them.
    package var messages: @Sendable (_ queue: String, _ limit: Int) async throws(StoreError) -> [JSON]?
    /// Accounts and regions in which there is something.
    package var territories: @Sendable () async throws(ServiceError) -> [Territory]

    /// States all.
    package init(
        dispatcher: Dispatcher, engine: ExecutionEngine,
        fork:
            @escaping @Sendable (_ execution: ExecutionARN, _ event: Int64, _ input: String?, _ name: String?)
            async throws(ServiceError) -> ExecutionARN, host: PluginHost, feed: ConsoleFeed, territory: Territory,
        address: String, clock: any TimerClock, pause: @escaping @Sendable (Duration) async throws -> Void,
        identify: @escaping @Sendable (WireRequest) throws(ServiceError) -> Sender?,
        signIn: @escaping @Sendable (_ accessKeyID: String, _ secret: String) -> String?, signOut: String,
        messages: @escaping @Sendable (_ queue: String, _ limit: Int) async throws(StoreError) -> [JSON]?,
        territories: @escaping @Sendable () async throws(ServiceError) -> [Territory]
    ) {
        (self.dispatcher, self.engine, self.fork, self.host, self.feed) = (dispatcher, engine, fork, host, feed)
        (self.territory, self.address, self.clock, self.pause) = (territory, address, clock, pause)
        (self.identify, self.territories, self.messages) = (identify, territories, messages)
        (self.signIn, self.signOut) = (signIn, signOut)
    }
}
