import ResourceNames
import Synchronization

/// A clock that tests move by hand; timers run on the thread that moves it.
final class ManualQueueClock: TimerClock {
    private struct State {
        var now = Timestamp(milliseconds: 1_800_000_000_000)
        var timers: [(at: Timestamp, action: @Sendable () -> Void)] = []
    }

    private let state = Mutex(State())

    var now: Timestamp { state.withLock { $0.now } }

    func after(_ span: Duration, _ action: @escaping @Sendable () -> Void) {
        state.withLock { state in state.timers.append((state.now + span, action)) }
    }

    /// Timers that are set.
    var timerCount: Int { state.withLock { $0.timers.count } }

    /// Moves time on and runs what became due.
    func advance(by span: Duration) {
        let due = state.withLock { state -> [@Sendable () -> Void] in
            state.now = state.now + span
            let due = state.timers.filter { $0.at <= state.now }.sorted { $0.at < $1.at }
            state.timers.removeAll { $0.at <= state.now }
            return due.map(\.action)
        }
        for action in due { action() }
    }
}
