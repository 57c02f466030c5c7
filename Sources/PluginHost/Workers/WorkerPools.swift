import PluginRuntime
import Synchronization

/// The pools of a host, one per function version or integration, made when first called.
final class WorkerPools: Sendable {
    private struct State {
        var pools: [String: WorkerPool] = [:]
        /// Pools of builds or settings that have been replaced, until their last worker is gone.
        var leaving: [WorkerPool] = []
        var isClosed = false
        var onCrash: (@Sendable (_ library: String, _ end: String) -> Void)?
    }
    private let configuration: PluginHostConfiguration
    private let bridge: APIBridge
    private let memoryWatch = MemoryWatch()
    private let memoryGroups = MemoryGroups()
    private let limits: PluginHostLimits
    private let finder: RuntimeFinder
    private let state = Mutex(State())

    init(_ configuration: PluginHostConfiguration, bridge: APIBridge, finder: RuntimeFinder) {
        self.configuration = configuration
        self.finder = finder
        self.bridge = bridge
        limits = configuration.limits
    }

    /// Prepares for workers; before the first call.
    func start() { memoryGroups.start() }

    /// The pool of a handler; a new one when build or settings have changed, while the old one drains.
    func pool(of target: HandlerTarget) -> WorkerPool {
        if let last = target.lastPool, !last.isClosed { return last }
        let found = findPool(of: target)
        target.lastPool = found
        return found
    }

    private func findPool(of target: HandlerTarget) -> WorkerPool {
        let recipe = WorkerRecipe(
            executable: configuration.workerExecutable, library: target.library, handler: target.handler,
            native: target.native, environment: target.environment,
            functionName: target.functionName, version: target.facts.version, region: target.region,
            timeoutSeconds: target.poolTimeoutSeconds, memoryMB: target.facts.memoryMB,
            workersMax: target.workersMax ?? limits.workersMax, isReserved: target.workersMax != nil,
            bootstrap: target.bootstrap, layers: target.layers, hasSharedLog: target.facts.logGroup != nil,
            sandbox: target.sandbox)
        let (pool, old) = state.withLock { state -> (WorkerPool, WorkerPool?) in
            let known = state.pools[target.key]
            if let known, known.serves(recipe), !known.isClosed { return (known, nil) }
            let pool = WorkerPool(
                recipe, key: target.key, bridge: bridge, limits: limits, scratchRoot: configuration.scratchRoot,
                memoryWatch: memoryWatch, memoryGroups: memoryGroups, finder: finder, onCrash: state.onCrash)
            state.pools[target.key] = pool
            state.leaving.removeAll(where: \.isEmpty)
            if let known { state.leaving.append(known) }
            return (pool, known)
        }
        old?.close()
        return pool
    }

    /// Says what follows when a worker ends by itself: `end` tells how. Before the first call.
    func whenCrashed(_ action: @escaping @Sendable (_ library: String, _ end: String) -> Void) {
        state.withLock { $0.onCrash = action }
    }

    /// Lets the workers of libraries go that nobody is led to any more: idle ones now, busy ones after their call.
    ///
    /// A version that pins a build has a pool of its own, which stays.
    func drain(_ libraries: Set<String>) {
        let drained = state.withLock { state -> [WorkerPool] in
            let drained = state.pools.filter {
                libraries.contains($0.value.recipe.library) && !$0.value.isOfPublishedVersion
            }
            for key in drained.keys { state.pools[key] = nil }
            state.leaving.removeAll(where: \.isEmpty)
            state.leaving += drained.values
            return Array(drained.values)
        }
        for pool in drained { pool.close() }
    }

    /// The calls that the workers of a library have answered.
    func answered(by library: String) -> Int {
        let pools = state.withLock { Array($0.pools.values) + $0.leaving }
        return pools.filter { $0.recipe.library == library }.map(\.answeredCount).reduce(0, +)
    }

    /// What the workers of all pools do at this moment.
    var figures: [PoolFigure] {
        let (pools, leaving) = state.withLock { (Array($0.pools.values), $0.leaving) }
        return (pools.map { PoolFigure($0, isLeaving: false) } + leaving.map { PoolFigure($0, isLeaving: true) })
            .sorted { ($0.key, $0.code) < ($1.key, $1.code) }
    }

    /// The libraries that workers have loaded or are about to.
    var libraries: Set<String> {
        let pools = state.withLock { Array($0.pools.values) + $0.leaving }
        return Set(pools.filter { !$0.isEmpty }.map(\.recipe.library))
    }

    /// Ends all workers; waits up to a second for their processes to be gone.
    func shutdown() {
        let pools = state.withLock { Array($0.pools.values) + $0.leaving }
        for pool in pools { pool.shutdown() }
        let until = Clocks.monotonicNanoseconds + 1_000_000_000
        while pools.contains(where: { !$0.isEmpty }), Clocks.monotonicNanoseconds < until { Pause.milliseconds(2) }
        memoryWatch.close()
        memoryGroups.close()
    }
}
