import Synchronization

/// Brings together a receiver's place among the waiters and the news that its caller gave up, whichever comes first.
final class WaitTicket: Sendable {
    private enum State {
        case open
        case waiting(Int64)
        case cancelled
    }

    private let state = Mutex(State.open)

    /// Notes the place.
    ///
    /// - Returns: `false` when the caller gave up before.
    func set(_ number: Int64) -> Bool {
        state.withLock { state in
            if case .cancelled = state { return false }
            state = .waiting(number)
            return true
        }
    }

    /// Notes that the caller gave up.
    ///
    /// - Returns: The place to be left, if there is one.
    func cancel() -> Int64? {
        state.withLock { state in
            defer { state = .cancelled }
            if case .waiting(let number) = state { return number }
            return nil
        }
    }
}
