import AWSWire
import EventsService
import HandlerContract
import JSONTree
import Logging
import LogsService
import OutboundHTTP
import ResourceNames
import SNSService
import SQLiteStore
import SQSService
import StorageContract
import Synchronization
import TestSupport

/// Buses, queues, topics and log groups over a real store in a folder of its own; functions and machines only note what they are given.
final class EventWorld: Sendable {
    let folder = TemporaryFolder()
    let notes = TargetNotes()
    let clock = ManualClock()
    let context = RequestContext(
        territory: Territory(account: "000000000000", region: "us-east-1"), requestID: "r",
        endpoint: "http://127.0.0.1:4566")
    private let process: Mutex<Process>

    /// What ends with a restart.
    struct Process: Sendable {
        let store: SQLiteStore
        let dispatcher: Dispatcher
        let events: EventsService
        let work: Task<Void, Never>?
    }

    /// - Parameter isWorking: Whether what waits is done; else it stays where it is, as in a process that dies early.
    init(isWorking: Bool = true) throws {
        process = Mutex(try Self.start(folder.path, notes, clock, isWorking: isWorking))
    }

    deinit {
        process.withLock {
            $0.work?.cancel()
            $0.store.close()
        }
    }

    var dispatcher: Dispatcher { process.withLock { $0.dispatcher } }
    var events: EventsService { process.withLock { $0.events } }
    var store: SQLiteStore { process.withLock { $0.store } }

    /// Ends the process, as far as the store can tell, and starts another.
    func restart(isWorking: Bool = true) throws {
        try process.withLock { process in
            process.work?.cancel()
            process.store.close()
            process = try Self.start(folder.path, notes, clock, isWorking: isWorking)
        }
    }

    private static func start(_ path: String, _ notes: TargetNotes, _ clock: ManualClock, isWorking: Bool) throws
        -> Process
    {
        let store = try SQLiteStore(folder: path)
        let line = DispatchLine()
        let random: @Sendable () -> UInt64 = { notes.next() }
        let prepare: EventsService.Prepare = { service, action, input, context throws(ServiceError) in
            try await line.dispatcher.prepare(action, of: service, input, in: context).effects
        }
        let events = try EventsService(
            store: store, clock: clock, random: random, prepare: prepare, logger: Logger(label: "test"),
            pause: { span in notes.state.withLock { $0.pauses.append(span) } })
        line.dispatcher = Dispatcher([
            try SQSService(store: store, clock: clock, random: random).actions,
            try SNSService(
                store: store, clock: clock, random: random, prepare: prepare,
                send: { (_) async throws(OutboundError) in throw OutboundError(.unreachable, "no network in a test") },
                logger: Logger(label: "topics"), pause: { _ in throw CancellationError() }
            ).actions,
            try LogsService(
                store: store, clock: clock, pause: { _ in throw CancellationError() },
                run: { (service, _, _, _) async throws(ServiceError) in
                    throw ServiceError("ServiceUnavailable", "no \(service) in a test")
                }, admit: { _, _, _, _ in true }
            ).actions, events.actions,
            ServiceActions(service: "lambda", [NotingInvoke(notes: notes)]),
            ServiceActions(service: "states", [NotingStart(notes: notes)]),
        ])
        return Process(
            store: store, dispatcher: line.dispatcher, events: events,
            work: isWorking ? Task { await events.run() } : nil)
    }

    @discardableResult
    func run(_ action: String, of service: String = "events", _ input: JSON = .emptyObject)
        async throws(ServiceError) -> JSON
    {
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

    /// Makes a queue; answers with its URL.
    func queue(_ name: String) async throws(ServiceError) -> JSON {
        let settings: JSON =
            name.hasSuffix(".fifo") ? ["FifoQueue": "true", "ContentBasedDeduplication": "true"] : .emptyObject
        return try await run("CreateQueue", of: "sqs", ["QueueName": .string(name), "Attributes": settings])["QueueUrl"]
            ?? .null
    }

    /// Makes a rule with targets.
    func rule(
        named name: String = "rule", pattern: String = #"{"source":["mine"]}"#, bus: String = "default",
        _ targets: JSON...
    ) async throws(ServiceError) {
        try await run(
            "PutRule", ["Name": .string(name), "EventPattern": .string(pattern), "EventBusName": .string(bus)])
        guard !targets.isEmpty else { return }
        try await run(
            "PutTargets", ["Rule": .string(name), "EventBusName": .string(bus), "Targets": .array(targets)])
    }

    /// Puts one event.
    @discardableResult
    func put(_ detail: String = #"{"a":1}"#, bus: String = "default") async throws(ServiceError) -> JSON {
        try await run("PutEvents", ["Entries": [Self.entry(detail, bus: bus)]])
    }

    static func entry(_ detail: String = #"{"a":1}"#, bus: String = "default") -> JSON {
        [
            "Source": "mine", "DetailType": "thing", "Detail": .string(detail), "EventBusName": .string(bus),
            "Resources": ["res"],
        ]
    }

    /// The bodies of what lies in a queue.
    func bodies(_ queue: JSON) async throws(ServiceError) -> [String] {
        try await messages(queue).compactMap { $0["Body"]?.stringValue }
    }

    func messages(_ queue: JSON) async throws(ServiceError) -> [JSON] {
        try await run(
            "ReceiveMessage", of: "sqs",
            ["QueueUrl": queue, "MaxNumberOfMessages": 10, "MessageAttributeNames": ["All"]])["Messages"]?
            .arrayValue ?? []
    }

    /// The same, once so many have come.
    func bodies(_ queue: JSON, count: Int) async throws(ServiceError) -> [String] {
        var found: [String] = []
        while found.count < count {
            for message in try await messages(queue) {
                found.append(message["Body"]?.stringValue ?? "")
                try await run(
                    "DeleteMessage", of: "sqs", ["QueueUrl": queue, "ReceiptHandle": message["ReceiptHandle"] ?? ""])
            }
            await Task.yield()
        }
        return found
    }
}

/// Lets the services reach the dispatcher that is made of them.
final class DispatchLine: Sendable {
    private let state = Mutex(Dispatcher([]))
    var dispatcher: Dispatcher {
        get { state.withLock { $0 } }
        set { state.withLock { $0 = newValue } }
    }
}

/// What functions and machines were given.
final class TargetNotes: Sendable {
    struct State: Sendable {
        var invocations: [JSON] = []
        var starts: [JSON] = []
        var failures: [ServiceError] = []
        var pauses: [Duration] = []
        var number: UInt64 = 0
    }

    let state = Mutex(State())

    /// Numbers instead of chance.
    func next() -> UInt64 {
        state.withLock {
            $0.number += 1
            return $0.number &* 0x9E37_79B9_7F4A_7C15
        }
    }

    /// Waits for the nth note of a kind.
    func note(_ number: Int, _ kind: any KeyPath<State, [JSON]> & Sendable) async -> JSON {
        while true {
            let found = state.withLock { $0[keyPath: kind].dropFirst(number - 1).first }
            if let found { return found }
            await Task.yield()
        }
    }

    /// A write that notes its input once it is durable.
    func write(_ input: JSON, _ context: RequestContext, _ note: @escaping @Sendable (inout State) -> Void)
        throws(ServiceError) -> PreparedWrite
    {
        if let failure = state.withLock({ $0.failures.popLast() }) { throw failure }
        let row = Mutation.insertResource(kind: "noted", key: context.requestID, bytes: input.bytes)
        return PreparedWrite(mutations: [row]) { [self] isCommitted in
            if isCommitted { state.withLock { note(&$0) } }
        }
    }
}

/// Lambda's `Invoke` as far as a rule sees it.
struct NotingInvoke: PreparableOperation {
    static let name = "Invoke"
    let notes: TargetNotes

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        throw ServiceError("InternalFailure", "a rule never invokes outside its own write", status: 500)
    }

    func prepare(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> (
        output: OperationOutput, effects: [any PreparedEffect]
    ) {
        (OperationOutput(status: 202), [try notes.write(input, context) { $0.invocations.append(input) }])
    }
}

/// `StartExecution` as far as a rule sees it.
struct NotingStart: PreparableOperation {
    static let name = "StartExecution"
    let notes: TargetNotes

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        throw ServiceError("InternalFailure", "a rule never starts outside its own write", status: 500)
    }

    func prepare(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> (
        output: OperationOutput, effects: [any PreparedEffect]
    ) {
        (OperationOutput(), [try notes.write(input, context) { $0.starts.append(input) }])
    }
}
