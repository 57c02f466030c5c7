import AWSWire
import HandlerContract
import JSONTree
import Logging
import OutboundHTTP
import ResourceNames
import SNSService
import SQLiteStore
import SQSService
import StorageContract
import Synchronization
import TestSupport

/// Topics and queues over a real store in a folder of its own, and functions that only note what they are given.
final class TopicWorld: Sendable {
    let folder = TemporaryFolder()
    let calls = CallNotes()
    let endpoint = Endpoint()
    let now = Mutex(Timestamp(milliseconds: 1_800_000_000_000))
    let context = RequestContext(
        territory: Territory(account: "000000000000", region: "us-east-1"), requestID: "r",
        endpoint: "http://127.0.0.1:4566")
    private let process: Mutex<Process>

    /// What ends with a restart.
    struct Process: Sendable {
        let store: SQLiteStore
        let dispatcher: Dispatcher
        let service: SNSService
    }

    init() throws {
        process = Mutex(try Self.start(folder.path, calls, endpoint, at: Timestamp(milliseconds: 1_800_000_000_000)))
    }

    deinit { process.withLock { $0.store.close() } }

    var store: SQLiteStore { process.withLock { $0.store } }
    var dispatcher: Dispatcher { process.withLock { $0.dispatcher } }
    var service: SNSService { process.withLock { $0.service } }

    /// Does something while letters are carried to the endpoint.
    func running(_ body: () async throws -> Void) async throws {
        let (service, endpoint) = (service, endpoint)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await service.run(pause: endpoint.pause) }
            try await body()
            group.cancelAll()
        }
    }

    /// Ends the process, as far as the store can tell, and starts another.
    func restart(after span: Duration = .zero) throws {
        now.withLock { $0 = $0 + span }
        let instant = now.withLock { $0 }
        try process.withLock { process in
            process.store.close()
            process = try Self.start(folder.path, calls, endpoint, at: instant)
        }
    }

    private static func start(
        _ path: String, _ calls: CallNotes, _ endpoint: Endpoint, at now: Timestamp
    ) throws -> Process {
        let store = try SQLiteStore(folder: path)
        let line = DispatchLine()
        let clock = StoppedClock(now: now)
        let queues = try SQSService(store: store, clock: clock)
        let topics = try SNSService(
            store: store, clock: clock,
            prepare: { service, action, input, context throws(ServiceError) in
                try await line.dispatcher.prepare(action, of: service, input, in: context).effects
            }, send: endpoint.send, logger: Logger(label: "topics"), pause: endpoint.pause)
        line.dispatcher = Dispatcher([
            queues.actions, topics.actions, ServiceActions(service: "lambda", [NotingInvoke(notes: calls)]),
        ])
        return Process(store: store, dispatcher: line.dispatcher, service: topics)
    }

    @discardableResult
    func run(_ action: String, of service: String = "sns", _ input: JSON) async throws(ServiceError) -> JSON {
        try await dispatcher.run(action, of: service, input, in: context).body
    }

    func failure(_ action: String, _ input: JSON) async -> ServiceError? {
        do throws(ServiceError) {
            try await run(action, input)
            return nil
        } catch {
            return error
        }
    }

    func topic(_ name: String = "news", _ attributes: JSON = .emptyObject) async throws(ServiceError) -> JSON {
        try await run("CreateTopic", ["Name": .string(name), "Attributes": attributes])["TopicArn"] ?? .null
    }

    /// Makes a queue and subscribes it; answers with the queue's URL.
    func subscribedQueue(
        _ topic: JSON, _ name: String = "inbox", _ attributes: JSON = .emptyObject
    ) async throws(ServiceError) -> (queue: JSON, subscription: JSON) {
        let settings: JSON = name.hasSuffix(".fifo") ? ["FifoQueue": "true"] : .emptyObject
        let queue = try await run("CreateQueue", of: "sqs", ["QueueName": .string(name), "Attributes": settings])[
            "QueueUrl"]
        let subscription = try await run(
            "Subscribe",
            [
                "TopicArn": topic, "Protocol": "sqs", "Endpoint": .string("arn:aws:sqs:us-east-1:000000000000:\(name)"),
                "Attributes": attributes,
            ])
        return (queue ?? .null, subscription["SubscriptionArn"] ?? .null)
    }

    func messages(_ queue: JSON) async throws(ServiceError) -> [JSON] {
        try await run(
            "ReceiveMessage", of: "sqs",
            ["QueueUrl": queue, "MaxNumberOfMessages": 10, "MessageAttributeNames": ["All"]])["Messages"]?
            .arrayValue ?? []
    }
}

/// A clock that stands; its timers never fire.
struct StoppedClock: TimerClock {
    let now: Timestamp

    func after(_ span: Duration, _ action: @escaping @Sendable () -> Void) {}
}

/// Lets the services reach the dispatcher that is made of them.
final class DispatchLine: Sendable {
    private let state = Mutex(Dispatcher([]))
    var dispatcher: Dispatcher {
        get { state.withLock { $0 } }
        set { state.withLock { $0 = newValue } }
    }
}

/// What functions were given.
final class CallNotes: Sendable {
    struct State: Sendable {
        var inputs: [JSON] = []
        var failures: [ServiceError] = []
    }

    let state = Mutex(State())

    /// Waits for the nth call.
    func call(_ number: Int) async -> JSON {
        while true {
            let found = state.withLock { $0.inputs.dropFirst(number - 1).first }
            if let found { return found }
            await Task.yield()
        }
    }
}

/// Lambda's `Invoke` as far as a topic sees it.
struct NotingInvoke: PreparableOperation {
    static let name = "Invoke"
    let notes: CallNotes

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        throw ServiceError("InternalFailure", "a topic never invokes outside its own write", status: 500)
    }

    func prepare(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> (
        output: OperationOutput, effects: [any PreparedEffect]
    ) {
        if let failure = notes.state.withLock({ $0.failures.popLast() }) { throw failure }
        let row = Mutation.insertResource(kind: "invocation", key: context.requestID, bytes: input.bytes)
        let write = PreparedWrite(mutations: [row]) { [notes] isCommitted in
            if isCommitted { notes.state.withLock { $0.inputs.append(input) } }
        }
        return (OperationOutput(status: 202), [write])
    }
}
