import HandlerContract
import PluginRuntime
import Synchronization

/// The workers of one function version: warm ones wait, new ones come with concurrency, idle ones leave.
final class WorkerPool: Sendable {
    /// Which function version or integration, as `HandlerTarget.key`.
    let key: String
    let recipe: WorkerRecipe
    let bridge: APIBridge
    let limits: PluginHostLimits
    /// Below which its workers have their folders.
    let scratchRoot: String
    /// Finds what runs functions of a language.
    let finder: RuntimeFinder
    private let memoryWatch: MemoryWatch
    /// Hold its workers to their memory where that can be.
    let memoryGroups: MemoryGroups
    private struct State {
        /// The most recently used is last and taken first, so that the others can grow old.
        var idle: [Worker] = []
        var all: [ObjectIdentifier: Worker] = [:]
        /// Workers that count against the limit: those not yet given up.
        var count = 0
        /// The limit, which may change while they run.
        var workersMax: Int
        var isReserved: Bool
        var answered = 0
        /// When a worker last failed, on the monotonic clock.
        var failedAt: Int64?
        var isClosed = false
    }
    private let onCrash: (@Sendable (_ library: String, _ end: String) -> Void)?
    private let state: Mutex<State>

    /// - Parameter onCrash: Told when a worker ends by itself, and how.
    init(
        _ recipe: WorkerRecipe, key: String, bridge: APIBridge, limits: PluginHostLimits, scratchRoot: String,
        memoryWatch: MemoryWatch, memoryGroups: MemoryGroups, finder: RuntimeFinder,
        onCrash: (@Sendable (_ library: String, _ end: String) -> Void)? = nil
    ) {
        self.key = key
        self.onCrash = onCrash
        self.scratchRoot = scratchRoot
        self.memoryWatch = memoryWatch
        self.memoryGroups = memoryGroups
        self.finder = finder
        state = Mutex(State(workersMax: recipe.workersMax, isReserved: recipe.isReserved))
        self.recipe = recipe
        self.bridge = bridge
        self.limits = limits
    }

    /// Bytes of memory a worker may have: its function's, and what its executable and the runtimes of languages take.
    var memoryBytesMax: Int { (recipe.memoryMB + limits.memoryBaseMB) << 20 }

    /// Whether its workers are what a recipe asks for; if so, as many are allowed as it says.
    func serves(_ other: WorkerRecipe) -> Bool {
        var same = other
        (same.workersMax, same.isReserved) = (recipe.workersMax, recipe.isReserved)
        guard same == recipe else { return false }
        state.withLock { ($0.workersMax, $0.isReserved) = (other.workersMax, other.isReserved) }
        return true
    }

    /// Hands a call to a warm worker, or a new one; refuses it at the limit.
    func start(_ call: HandlerCall) {
        while true {
            enum Choice {
                case warm(Worker)
                case new
                case none
            }
            let choice = state.withLock { state -> Choice in
                guard state.count - state.idle.count < state.workersMax else { return .none }
                if let worker = state.idle.popLast() { return .warm(worker) }
                state.count += 1
                return .new
            }
            switch choice {
            case .warm(let worker):
                if worker.begin(call) { return memoryWatch.note() }
            case .new:
                let worker = Worker(self, first: call)
                let isFirst = state.withLock { state in
                    state.all[ObjectIdentifier(worker)] = worker
                    return state.all.count == 1
                }
                if isFirst { memoryWatch.add(self) }
                worker.launch()
                return memoryWatch.note()
            case .none:
                let limit = state.withLock { $0.isReserved } ? "ReservedFunctionConcurrent" : "Concurrent"
                return call.finish(
                    .refused(
                        HandlerRefusal(
                            code: "TooManyRequestsException", message: "Rate Exceeded.", status: 429,
                            reason: "\(limit)InvocationLimitExceeded")))
            }
        }
    }

    /// A worker is free again.
    ///
    /// - Returns: `false` when the pool is closed: the worker should leave.
    func takeBack(_ worker: Worker) -> Bool {
        state.withLock { state in
            state.answered += 1
            guard !state.isClosed else { return false }
            state.idle.append(worker)
            return true
        }
    }

    /// A worker no longer counts: it takes no more calls.
    func giveUp(_ worker: Worker) {
        state.withLock { state in
            state.count -= 1
            state.idle.removeAll { $0 === worker }
        }
    }

    /// A worker's process has been reaped.
    func remove(_ worker: Worker) {
        state.withLock { state in
            state.all[ObjectIdentifier(worker)] = nil
            if state.all.isEmpty { memoryWatch.remove(self) }
        }
    }

    /// Those whose processes have not been reaped.
    var workers: [Worker] { state.withLock { Array($0.all.values) } }

    /// Lets idle workers leave now and busy ones after their call.
    func close() {
        let idle = state.withLock { state in
            state.isClosed = true
            return state.idle
        }
        for worker in idle { worker.poke() }
    }

    /// Ends every worker; running calls end with `Runtime.ExitError`.
    func shutdown() {
        close()
        for worker in workers { worker.shutdown() }
    }

    /// A worker has ended without having been asked to.
    func crashed(_ end: String) {
        failed()
        onCrash?(recipe.library, end.isEmpty ? "exit status 0" : end)
    }

    /// A worker has ended by itself, or is ended with its call: it did not come up, not answer in time, or said what it may not.
    func failed() { state.withLock { $0.failedAt = Clocks.monotonicNanoseconds } }

    /// A worker that is started now takes the place of one that has just failed.
    var isRestarting: Bool {
        guard let failedAt = state.withLock({ $0.failedAt }) else { return false }
        return Clocks.monotonicNanoseconds - failedAt < Self.restartNanoseconds
    }

    /// Who fails again within this time is one that fails often.
    private static let restartNanoseconds: Int64 = 10_000_000_000

    /// The calls its workers have answered.
    var answeredCount: Int { state.withLock { $0.answered } }
    /// It serves a published version, which stays with its build.
    var isOfPublishedVersion: Bool { recipe.version.utf8.first.map { (0x30...0x39).contains($0) } ?? false }
    /// Whether all its processes are gone.
    var isEmpty: Bool { state.withLock { $0.all.isEmpty } }
    /// No more calls are wanted.
    var isClosed: Bool { state.withLock { $0.isClosed } }
}
