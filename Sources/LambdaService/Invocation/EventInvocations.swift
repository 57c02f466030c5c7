import AWSWire
import Digests
import ExecutionEngine
import HandlerContract
import JSONTree
import Logging
import ResourceNames
import StorageContract

/// Asynchronous invocations: kept in the store until they have run, and tried three times, as Lambda does.
package final class EventInvocations: Sendable {
    private static let attemptsMax = 3
    private static let kind = "eventInvocation"
    private let store: any Store
    private let invoker: any HandlerInvoker
    private let pause: @Sendable (Duration) async throws -> Void
    private let logger: Logger
    private let accepted: AsyncStream<InvocationRequest>
    private let queue: AsyncStream<InvocationRequest>.Continuation

    /// - Parameter pause: Waits between attempts; a test gives its own.
    init(
        store: any Store, invoker: any HandlerInvoker, logger: Logger,
        pause: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.store = store
        self.invoker = invoker
        self.logger = logger
        self.pause = pause
        (accepted, queue) = AsyncStream.makeStream()
    }

    /// Takes an invocation; it is durable when this returns.
    func accept(_ request: InvocationRequest) async throws(ServiceError) {
        let bytes = Self.form(of: request).bytes
        let unit = WriteUnit(mutations: [.putResource(kind: Self.kind, key: request.requestID, bytes: bytes)])
        guard await store.commit(unit) == .committed else { throw .unavailable("the invocation could not be stored") }
        queue.yield(request)
    }

    /// Runs what is accepted, what an earlier process left included, until the task is cancelled.
    package func run() async throws {
        for request in try await left() { queue.yield(request) }
        await withDiscardingTaskGroup { group in
            for await request in accepted { group.addTask { await self.perform(request) } }
        }
    }

    private func perform(_ request: InvocationRequest) async {
        for attempt in 1...Self.attemptsMax {
            var request = request
            request.attempt = attempt
            let outcome = await invoker.invoke(request)
            if case .success = outcome.result { break }
            logger.warning(
                "an asynchronous invocation failed",
                metadata: ["function": "\(request.resource)", "attempt": "\(attempt)"])
            guard attempt < Self.attemptsMax else { break }
            // Cancelled: the row stays, and the next process tries again.
            do { try await pause(.seconds(60 * attempt)) } catch { return }
        }
        _ = await store.commit(WriteUnit(mutations: [.deleteResource(kind: Self.kind, key: request.requestID)]))
    }

    private func left() async throws(StoreError) -> [InvocationRequest] {
        try await store.read { reader throws(StoreError) in
            var requests: [InvocationRequest] = []
            for (key, bytes) in try reader.resources(kind: Self.kind, keyPrefix: "", after: nil, limit: 100_000) {
                // A damaged row cannot be invoked; it is left where it is for whoever looks into it.
                if let json = try? JSON.parse(bytes), let request = Self.request(key, json) { requests.append(request) }
            }
            return requests
        }
    }

    private static func form(of request: InvocationRequest) -> JSON {
        [
            "function": .string(request.resource), "payload": .string(Base64.encode(request.payload.bytes)),
            "account": .string(request.territory.account), "region": .string(request.territory.region),
            "context": .string(Base64.encode(request.clientContext)), "trace": .string(request.traceHeader),
            "depth": .integer(Int64(request.depth)),
        ]
    }

    private static func request(_ id: String, _ json: JSON) -> InvocationRequest? {
        guard let function = json["function"]?.stringValue,
            let bytes = json["payload"]?.stringValue.flatMap({ Base64.decode($0) }),
            let payload = try? Payload(parsing: bytes), let account = json["account"]?.stringValue,
            let region = json["region"]?.stringValue
        else { return nil }
        var request = InvocationRequest(
            resource: function, payload: payload, requestID: id, territory: Territory(account: account, region: region))
        request.clientContext = json["context"]?.stringValue.flatMap { Base64.decode($0) } ?? []
        request.traceHeader = json["trace"]?.stringValue ?? ""
        request.depth = Int(json["depth"]?.integerValue ?? 0)
        return request
    }
}
