import AWSWire
import JSONTree
import LogsService
import ResourceNames
import SQLiteStore
import StorageContract
import Synchronization
import TestSupport

/// Logs over a real store in a folder of its own; the clock stands unless it is moved.
final class LogWorld: Sendable {
    static let start: Int64 = 1_800_000_000_000
    let folder = TemporaryFolder()
    let calls = FunctionCalls()
    let context = RequestContext(
        territory: Territory(account: "000000000000", region: "us-east-1"), requestID: "r",
        endpoint: "http://127.0.0.1:4566")
    let clock = MovableClock(at: LogWorld.start)
    private let process: Mutex<Process>

    /// What ends with a restart.
    struct Process: Sendable {
        let store: SQLiteStore
        let service: LogsService
        let dispatcher: Dispatcher
    }

    init() throws { process = Mutex(try Self.begin(folder.path, clock, calls)) }

    deinit { process.withLock { $0.store.close() } }

    var store: SQLiteStore { process.withLock { $0.store } }

    var service: LogsService { process.withLock { $0.service } }

    func moveClock(by span: Duration) { clock.move(by: span) }

    /// Ends the process, as far as the store can tell, and starts another.
    func restart() throws {
        try process.withLock { process in
            process.store.close()
            process = try Self.begin(folder.path, clock, calls)
        }
    }

    private static func begin(
        _ path: String, _ clock: MovableClock, _ calls: FunctionCalls
    ) throws -> Process {
        let store = try SQLiteStore(folder: path)
        let service = try LogsService(
            store: store, clock: clock, pause: { _ in await Task.yield() }, run: calls.run,
            admit: { _, input, author, _ in author.roleARN != input["logGroupName"]?.stringValue })
        return Process(store: store, service: service, dispatcher: Dispatcher([service.actions]))
    }

    @discardableResult
    func run(_ action: String, _ input: JSON) async throws(ServiceError) -> JSON {
        try await output(action, input).body
    }

    /// All that an action answers.
    func output(_ action: String, _ input: JSON) async throws(ServiceError) -> OperationOutput {
        try await process.withLock { $0.dispatcher }.run(action, of: "logs", input, in: context)
    }

    func failure(_ action: String, _ input: JSON) async -> String? {
        do throws(ServiceError) {
            try await run(action, input)
            return nil
        } catch {
            return error.code
        }
    }

    /// A group `g` with a stream `s`.
    static func withStream() async throws -> LogWorld {
        let world = try LogWorld()
        try await world.run("CreateLogGroup", ["logGroupName": "g"])
        try await world.run("CreateLogStream", ["logGroupName": "g", "logStreamName": "s"])
        return world
    }

    /// Adds events, each so many milliseconds after the start.
    @discardableResult
    func put(_ events: [(Int64, String)], to stream: String = "s") async throws(ServiceError) -> JSON {
        let shapes = events.map { event -> JSON in
            ["timestamp": .integer(Self.start + event.0), "message": .string(event.1)]
        }
        return try await run(
            "PutLogEvents", ["logGroupName": "g", "logStreamName": .string(stream), "logEvents": .array(shapes)])
    }
}

extension JSON {
    /// The messages of an answer with events.
    var messages: [String] { (self["events"]?.arrayValue ?? []).compactMap { $0["message"]?.stringValue } }
}
