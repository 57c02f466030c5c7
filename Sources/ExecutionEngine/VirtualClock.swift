import Platform
import ResourceNames
import Synchronization

/// A clock that stands still until it is moved: by whoever asks, or by itself to the next deadline whenever nothing is left to do.
///
/// It moves from deadline to deadline, never past one, so that whatever is due happens at its own instant. Time that functions take does not
/// count: the clock waits for their answers.
package final class VirtualClock: EngineClock, TimerClock {
    /// When the clock moves by itself.
    package enum Skipping: Sendable, Equatable {
        /// Never.
        case nothing
        /// To the end of Wait states and of pauses before retries; answers by task token are waited for, whatever their timeout.
        case waits
        /// To every deadline, time limits included.
        case everything
    }

    /// A move that has been asked for.
    private struct Move {
        var target: Int64
        var done: @Sendable () -> Void
    }

    private struct State {
        let start: Int64
        var now: Int64
        var skipping: Skipping
        /// What loops that have nothing to do wait for; others are at work.
        var resting: [Int: Rest] = [:]
        var loopCount = 0
        var moves: [Move] = []
        var listeners: [@Sendable () -> Void] = []
        var timers: [(at: Int64, action: @Sendable () -> Void)] = []
    }
    private let state: Mutex<State>

    /// Stands at an instant.
    package init(at instant: Timestamp, skipping: Skipping) {
        state = Mutex(State(start: instant.milliseconds, now: instant.milliseconds, skipping: skipping))
    }

    package var now: Timestamp { Timestamp(milliseconds: state.withLock(\.now)) }
    package var monotonicMilliseconds: Int64 { state.withLock { $0.now - $0.start } }
    package var runsByItself: Bool { false }

    package func onMove(_ body: @escaping @Sendable () -> Void) {
        state.withLock { state in
            state.listeners.append(body)
            state.loopCount += 1
        }
    }

    package func after(_ span: Duration, _ action: @escaping @Sendable () -> Void) {
        let parts = span.components
        let milliseconds = parts.seconds * 1_000 + parts.attoseconds / 1_000_000_000_000_000
        let isDue = state.withLock { state in
            guard milliseconds > 0 else { return true }
            state.timers.append((state.now + milliseconds, action))
            return false
        }
        if isDue { action() }
    }

    /// When it moves by itself.
    package var skipping: Skipping {
        get { state.withLock(\.skipping) }
        set {
            state.withLock { $0.skipping = newValue }
            move()
        }
    }

    /// Lets a span pass; returns when everything that was due in it has happened.
    package func advance(by span: Duration) async {
        let parts = span.components
        let milliseconds = parts.seconds * 1_000 + parts.attoseconds / 1_000_000_000_000_000
        await withCheckedContinuation { continuation in
            state.withLock { state in
                let from = max(state.now, state.moves.last?.target ?? state.now)
                state.moves.append(Move(target: from + max(0, milliseconds)) { continuation.resume() })
            }
            move()
        }
    }

    package func rests(loop: Int, _ rest: Rest) {
        state.withLock { $0.resting[loop] = rest }
        move()
    }

    package func works(loop: Int) { state.withLock { $0.resting[loop] = nil } }

    /// Goes one deadline further if that is wanted and nothing is left to do before it.
    private func move() {
        var actions: [@Sendable () -> Void] = []
        state.withLock { state in
            guard state.resting.count == state.loopCount, let target = Self.target(&state, finished: &actions),
                target > state.now
            else { return }
            state.now = target
            state.resting = [:]
            actions += state.listeners
            actions += state.timers.filter { $0.at <= target }.sorted { $0.at < $1.at }.map(\.action)
            state.timers.removeAll { $0.at <= target }
        }
        for action in actions { action() }
    }

    private static func target(_ state: inout State, finished: inout [@Sendable () -> Void]) -> Int64? {
        let deadlines = state.resting.values
        if let move = state.moves.first {
            let next = (deadlines.compactMap(\.deadline) + state.timers.map(\.at)).min() ?? .max
            if next <= move.target, next > state.now { return next }
            guard state.now >= move.target else { return move.target }
            finished.append(move.done)
            state.moves.removeFirst()
            return target(&state, finished: &finished)
        }
        switch state.skipping {
        case .nothing: return nil
        case .waits: return deadlines.compactMap(\.waitDeadline).min()
        case .everything: return deadlines.compactMap(\.deadline).min()
        }
    }
}
