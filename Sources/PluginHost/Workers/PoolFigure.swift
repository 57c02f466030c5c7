import Synchronization

/// What the workers of a pool do at a moment.
struct PoolFigure: Sendable {
    /// The pool's, as `HandlerTarget.key`.
    let key: String
    /// What its workers have loaded, or the folder of the program they are; in the content store.
    let code: String
    /// Which handler of it.
    let handler: String
    /// Its build or settings have been replaced.
    let isLeaving: Bool
    /// Calls that have begun and not ended.
    let inFlight: Int
    /// Of those, the ones whose workers are coming up.
    let starting: Int

    /// A pool as it stands.
    init(_ pool: WorkerPool, isLeaving: Bool) {
        let recipe = pool.recipe
        (key, handler) = (pool.key, recipe.handler)
        code = recipe.bootstrap?.taskRoot ?? recipe.library
        self.isLeaving = isLeaving
        var (inFlight, starting) = (0, 0)
        for worker in pool.workers {
            switch worker.state.withLock({ $0.phase }) {
            case .starting: (inFlight, starting) = (inFlight + 1, starting + 1)
            case .busy: inFlight += 1
            case .idle, .over: break
            }
        }
        (self.inFlight, self.starting) = (inFlight, starting)
    }

    /// The same as a text, to be compared.
    var text: String { "\(key) \(code) \(isLeaving) \(inFlight) \(starting)" }
}
