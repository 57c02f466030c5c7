import ExecutionEngine
import ResourceNames
import Synchronization

/// A clock moved by hand.
package final class ManualClock: EngineClock, TimerClock {
    private struct State {
        var milliseconds: Int64 = 1_767_225_600_000
        var monotonic: Int64 = 0
        var listeners: [@Sendable () -> Void] = []
        var timers: [(at: Int64, action: @Sendable () -> Void)] = []
    }
    private let state = Mutex(State())

    /// Begins at 2026-01-01T00:00:00Z.
    package init() {}

    package var now: Timestamp { Timestamp(milliseconds: state.withLock(\.milliseconds)) }
    package var monotonicMilliseconds: Int64 { state.withLock(\.monotonic) }
    package var runsByItself: Bool { false }
    package func onMove(_ body: @escaping @Sendable () -> Void) { state.withLock { $0.listeners.append(body) } }

    package func after(_ span: Duration, _ action: @escaping @Sendable () -> Void) {
        state.withLock { $0.timers.append(($0.monotonic + Self.milliseconds(span), action)) }
    }

    /// Lets time pass on both clocks, then runs what is due.
    package func advance(by span: Duration) {
        let actions = state.withLock { state in
            state.milliseconds += Self.milliseconds(span)
            state.monotonic += Self.milliseconds(span)
            let now = state.monotonic
            let due = state.timers.filter { $0.at <= now }.sorted { $0.at < $1.at }
            state.timers.removeAll { $0.at <= now }
            return state.listeners + due.map(\.action)
        }
        for action in actions { action() }
    }

    private static func milliseconds(_ span: Duration) -> Int64 {
        span.components.seconds * 1_000 + span.components.attoseconds / 1_000_000_000_000_000
    }

    /// The wall clock jumps; the monotonic one does not.
    package func jump(by span: Duration) {
        let milliseconds = span.components.seconds * 1_000
        let listeners = state.withLock { state in
            state.milliseconds += milliseconds
            return state.listeners
        }
        for listener in listeners { listener() }
    }
}
