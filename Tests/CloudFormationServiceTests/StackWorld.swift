import AWSWire
import CloudFormationService
import IAMService
import JSONTree
import KMSService
import Logging
import OutboundHTTP
import ResourceNames
import S3Service
import SNSService
import SQLiteStore
import SQSService
import StorageContract
import Synchronization
import TestSupport

/// Stacks of real queues, topics, users and keys over a real store, in a process that can be ended at any moment.
final class StackWorld: Sendable {
    /// The store that outlives processes.
    private let base: SQLiteStore
    private let folder = TemporaryFolder()
    private let process: Mutex<Process>

    /// What ends with a restart.
    struct Process: Sendable {
        let store: FaultyStore
        let dispatcher: Dispatcher
        let work: Task<Void, Never>
    }

    /// Runs before an action of another service, with the clock.
    typealias OnCall = @Sendable (_ action: String, _ input: JSON, MovableClock) async throws(ServiceError) -> Void

    /// - Parameter commits: After so many the power is gone; `nil`: never.
    init(commits: Int? = nil, onCall: @escaping OnCall = { _, _, _ in }) throws {
        base = try SQLiteStore.temporary()
        process = Mutex(try Self.begin(base, folder.path, commits, onCall))
    }

    deinit {
        process.withLock { $0.work.cancel() }
        base.close()
    }

    /// Ends the process and begins another on the same store.
    func restart() async throws {
        // What was on its way to the disk when the power went is there by now.
        _ = await base.commit(WriteUnit(mutations: []))
        try process.withLock { process in
            process.work.cancel()
            process = try Self.begin(base, folder.path, nil, { _, _, _ in })
        }
    }

    /// Whether something was to be written after the power was gone.
    var isPowerGone: Bool { process.withLock { $0.store.isPowerGone } }

    private static func begin(
        _ base: SQLiteStore, _ folder: String, _ commits: Int?, _ onCall: @escaping OnCall
    ) throws -> Process {
        let store = FaultyStore(base, commitsLeft: commits)
        let reach = Line()
        let numbers = Numbers()
        let clock = MovableClock()
        let timers = ManualClock()
        let stacks = try CloudFormationService(
            store: store, clock: clock, random: { numbers.next() },
            dispatch: { service, action, input, context throws(ServiceError) in
                try await onCall(action, input, clock)
                return try await reach.dispatcher.run(action, of: service, input, in: context)
            }, packages: [:], endpoint: { "http://127.0.0.1:4566" },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            pause: { _ in
                try Task.checkCancellation()
                await Task.yield()
            })
        let dispatcher = Dispatcher([
            stacks.actions, try SQSService(store: store, clock: timers, random: { numbers.next() }).actions,
            try SNSService(
                store: store, clock: clock, random: { numbers.next() },
                prepare: { service, action, input, context throws(ServiceError) in
                    try await reach.dispatcher.prepare(action, of: service, input, in: context).effects
                },
                send: { (_) async throws(OutboundError) in throw OutboundError(.unreachable, "no network in a test") },
                logger: Logger(label: "topics") { _ in SwiftLogNoOpLogHandler() },
                pause: { _ in throw CancellationError() }
            ).actions,
            try S3Service(
                store: store, folder: "\(folder)/s3", isDurable: false, clock: clock, random: { numbers.next() },
                surroundings: Surroundings(
                    prepare: { (_, _, _, _) throws(ServiceError) in [] },
                    announce: { _, _, _, _ in PreparedWrite(mutations: []) { _ in } },
                    logger: Logger(label: "buckets") { _ in SwiftLogNoOpLogHandler() },
                    pause: { _ in throw CancellationError() })
            ).actions,
            try KMSService(store: store, folder: "\(folder)/keys", isDurable: false, clock: clock).actions,
            try IAMService(store: store, clock: clock).actions,
        ])
        reach.set(dispatcher)
        return Process(store: store, dispatcher: dispatcher, work: Task { await stacks.run() })
    }

    private final class Line: Sendable {
        private let line = Mutex(Dispatcher([]))
        var dispatcher: Dispatcher { line.withLock { $0 } }
        func set(_ dispatcher: Dispatcher) { line.withLock { $0 = dispatcher } }
    }

    /// Chance that repeats.
    private final class Numbers: Sendable {
        private let chance = Mutex(Chance(seed: 7))
        func next() -> UInt64 { chance.withLock { $0.next() } }
    }

    /// Runs an action.
    @discardableResult
    func run(_ action: String, of service: String = "cloudformation", _ input: JSON) async throws(ServiceError) -> JSON
    {
        let context = RequestContext(
            territory: Territory(account: "000000000000", region: "us-east-1"), requestID: "r",
            endpoint: "http://127.0.0.1:4566")
        return try await process.withLock { $0.dispatcher }.run(action, of: service, input, in: context).body
    }

    /// Stores a template in the bucket `templates`.
    func put(_ key: String, _ tree: JSON) async throws(ServiceError) {
        var context = RequestContext(
            territory: Territory(account: "000000000000", region: "us-east-1"), requestID: "r", endpoint: "")
        context.rawBody = tree.bytes
        _ = try await process.withLock { $0.dispatcher }.run(
            "PutObject", of: "s3", ["Bucket": "templates", "Key": .string(key)], in: context)
    }

    /// The words of a refusal; `nil` when there was none.
    func refusal(_ action: String, _ input: JSON) async -> String? {
        do throws(ServiceError) {
            try await run(action, input)
            return nil
        } catch {
            return error.message
        }
    }

    /// The stack once nothing is being done with it.
    func settled(_ name: String) async throws(ServiceError) -> JSON {
        while true {
            let stack = try await run("DescribeStacks", ["StackName": .string(name)])["Stacks"]?[0] ?? .null
            guard stack["StackStatus"]?.stringValue?.hasSuffix("_IN_PROGRESS") == true else { return stack }
            await Task.yield()
        }
    }

    /// Why resources of a stack failed, latest first.
    func reasons(_ name: String) async throws(ServiceError) -> [String] {
        let events = try await run("DescribeStackEvents", ["StackName": .string(name)])["StackEvents"]?.arrayValue ?? []
        return events.compactMap { $0["ResourceStatusReason"]?.stringValue }
    }

    /// Names of all queues, sorted.
    func queues() async throws(ServiceError) -> [String] {
        (try await run("ListQueues", of: "sqs", [:])["QueueUrls"]?.arrayValue ?? []).compactMap {
            $0.stringValue?.split(separator: "/").last.map(String.init)
        }.sorted()
    }

    /// The statuses of a stack's resources by logical id.
    func resources(_ name: String) async throws(ServiceError) -> [String: String] {
        let list = try await run("ListStackResources", ["StackName": .string(name)])
        return Dictionary(
            (list["StackResourceSummaries"]?.arrayValue ?? []).map {
                ($0["LogicalResourceId"]?.stringValue ?? "", $0["ResourceStatus"]?.stringValue ?? "")
            }, uniquingKeysWith: { $1 })
    }
}
