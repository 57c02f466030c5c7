import AWSWire
import Digests
import JSONTree

/// Something of which it is known only that it may have changed: looked at whenever its topic is rung, and told when it has.
struct PolledTopic: StreamTopic {
    /// `deployment`.
    let name: String
    private let look: @Sendable () async throws(ServiceError) -> JSON
    private let again: @Sendable () -> Void
    private var seen: [UInt8]?

    /// - Parameters:
    ///   - look: What is compared.
    ///   - again: Runs after each look: has the topic rung after a while, if nobody else does.
    init(
        name: String, look: @escaping @Sendable () async throws(ServiceError) -> JSON,
        again: @escaping @Sendable () -> Void
    ) {
        (self.name, self.look, self.again) = (name, look, again)
    }

    var position: Int64? { nil }

    mutating func news() async throws(ServiceError) -> StreamNews {
        // What is refused once, a stack that is gone, is not asked for again.
        let now = Digests.sha256(try await look().bytes)
        again()
        defer { seen = now }
        return seen == nil || seen == now ? StreamNews() : StreamNews(events: [(name, .emptyObject)])
    }
}
