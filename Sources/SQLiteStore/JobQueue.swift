import StorageContract

/// Jobs for one thread that may block, in order.
final class JobQueue: Sendable {
    private struct State {
        var jobs: [@Sendable () -> Void] = []
        var isClosed = false
    }

    private let state = Monitor(State())

    /// Whether `close` was called: a long job ends early then.
    var isClosed: Bool { state.updateQuietly { $0.isClosed } }

    /// Adds a job.
    ///
    /// - Returns: `false` when the queue is closed; then the job is not done.
    func add(_ job: @escaping @Sendable () -> Void) -> Bool {
        state.update { state in
            if !state.isClosed { state.jobs.append(job) }
            return !state.isClosed
        }
    }

    /// Takes no further jobs; those that wait are done.
    func close() { state.update { $0.isClosed = true } }

    /// Does jobs until the queue is closed and empty.
    func run() {
        while let job = state.wait(until: { state -> (@Sendable () -> Void)?? in
            if !state.jobs.isEmpty { return .some(state.jobs.removeFirst()) }
            return state.isClosed ? .some(nil) : nil
        }) {
            job()
        }
    }
}
