import AWSWire
import ExecutionEngine
import HandlerContract
import JSONTree
import Logging
import ResourceNames
import SQLiteStore
import StorageContract
import Synchronization
import TestSupport

@testable import LambdaService

/// Asynchronous invocations of one function over a real store: pauses move the clock and are written down, and what is told is kept.
final class EventWorld: Sendable {
    static let arn = "arn:aws:lambda:us-east-1:000000000000:function:f"
    static let territory = Territory(account: "000000000000", region: "us-east-1")
    let invoker = ScriptedInvoker()
    let clock = MovableClock()
    private let folder = TemporaryFolder()
    private let store: SQLiteStore
    private let state = Mutex(State())

    /// What a test looks at.
    struct State {
        /// Pauses in seconds.
        var pauses: [Int] = []
        /// Actions on destinations: service, input.
        var told: [(service: String, input: JSON)] = []
        /// Pauses after which the process is stopped.
        var pausesMax = Int.max
    }

    init() throws { store = try SQLiteStore(folder: folder.path) }

    deinit { store.close() }

    var pauses: [Int] { state.withLock(\.pauses) }
    var told: [(service: String, input: JSON)] { state.withLock(\.told) }

    /// The rows of invocations that are not over.
    var rows: Int { get async throws { try await store.resources(kind: "eventInvocation").count } }

    /// Makes the function, and says what becomes of its invocations.
    func configure(_ change: (inout EventInvokeConfig) -> Void) async throws {
        let catalog = try FunctionCatalog(store: store) { 0 }
        let record = FunctionRecord(
            territory: Self.territory, name: "f", code: .installed(uri: "plugin://f"), handler: "",
            roleARN: "arn:aws:iam::000000000000:role/r", revisionID: "r", lastModified: clock.now)
        try await catalog.insert(record)
        var config = EventInvokeConfig(arn: "\(Self.arn):$LATEST", modifiedAt: clock.now)
        change(&config)
        try await catalog.put(config)
    }

    /// One process: it runs what is left and, if asked, a new event, until that is over or it has paused so often.
    func run(_ payload: JSON? = nil, pausesMax: Int = .max) async throws {
        state.withLock { $0.pausesMax = pausesMax }
        let catalog = try FunctionCatalog(store: store) { 0 }
        let events = EventInvocations(
            store: store, catalog: catalog, invoker: invoker,
            prepare: { [self] service, _, input, _ in
                state.withLock { $0.told.append((service, input)) }
                return []
            }, clock: clock, entropy: Entropy(seed: 1), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            pause: { [self] duration in
                let stops = state.withLock { state in
                    state.pauses.append(Int(duration.components.seconds))
                    state.pausesMax -= 1
                    return state.pausesMax < 0
                }
                if stops { throw CancellationError() }
                clock.move(by: duration)
            })
        if let payload {
            let request = InvocationRequest(
                resource: Self.arn, payload: Payload(payload), requestID: "id", territory: Self.territory)
            try await store.commit([events.prepare(request)])
        }
        try await events.runOnce()
    }
}
