import Synchronization

/// A worker's place in a queue, shared with whoever cancels the wait: the two may meet in any order.
final class WorkerWait: Sendable {
    private enum State {
        /// Leads to `waiting` or `cancelled`.
        case open
        case waiting(Int64)
        case cancelled
    }

    private let state = Mutex(State.open)

    /// Notes the place.
    ///
    /// - Returns: `false` when the worker gave up before.
    func begin(_ worker: Int64) -> Bool {
        state.withLock { state in
            if case .cancelled = state { return false }
            state = .waiting(worker)
            return true
        }
    }

    /// Notes that the worker gave up.
    ///
    /// - Returns: The place to be left, if there is one.
    func cancel() -> Int64? {
        state.withLock { state in
            defer { state = .cancelled }
            if case .waiting(let worker) = state { return worker }
            return nil
        }
    }
}
