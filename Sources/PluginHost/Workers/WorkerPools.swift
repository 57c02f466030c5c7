import PluginRuntime
import Synchronization

/// The pools of a host, one per function version or integration, made when first called.
final class WorkerPools: Sendable {
    private struct State {
        var pools: [String: WorkerPool] = [:]
        /// Pools of builds or settings that have been replaced, until their last worker is gone.
        var leaving: [WorkerPool] = []
        var isClosed = false
    }
    private let configuration: PluginHostConfiguration
    private let bridge: APIBridge
    private let memoryWatch = MemoryWatch()
    private let limits: PluginHostLimits
    private let finder: RuntimeFinder
    private let state = Mutex(State())

    init(_ configuration: PluginHostConfiguration, bridge: APIBridge, finder: RuntimeFinder) {
        self.configuration = configuration
        self.finder = finder
        self.bridge = bridge
        limits = configuration.limits
    }

    /// The pool of a handler; a new one when build or settings have changed, while the old one drains.
    func pool(of target: HandlerTarget) -> WorkerPool {
        let recipe = WorkerRecipe(
            executable: configuration.workerExecutable, library: target.library, handler: target.handler,
            native: target.native, environment: target.environment,
            functionName: target.functionName, version: target.facts.version, region: target.region,
            timeoutSeconds: target.poolTimeoutSeconds, memoryMB: target.facts.memoryMB,
            workersMax: target.workersMax ?? limits.workersMax, bootstrap: target.bootstrap, layers: target.layers,
            sandbox: target.sandbox)
        let (pool, old) = state.withLock { state -> (WorkerPool, WorkerPool?) in
            let known = state.pools[target.key]
            if let known, known.serves(recipe) { return (known, nil) }
            let pool = WorkerPool(
                recipe, bridge: bridge, limits: limits, scratchRoot: configuration.scratchRoot,
                memoryWatch: memoryWatch, finder: finder)
            state.pools[target.key] = pool
            state.leaving.removeAll(where: \.isEmpty)
            if let known { state.leaving.append(known) }
            return (pool, known)
        }
        old?.close()
        return pool
    }

    /// Ends all workers; waits up to a second for their processes to be gone.
    func shutdown() {
        let pools = state.withLock { Array($0.pools.values) + $0.leaving }
        for pool in pools { pool.shutdown() }
        let until = Clocks.monotonicNanoseconds + 1_000_000_000
        while pools.contains(where: { !$0.isEmpty }), Clocks.monotonicNanoseconds < until { Pause.milliseconds(2) }
        memoryWatch.close()
    }
}
