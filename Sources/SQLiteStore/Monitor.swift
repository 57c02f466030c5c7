import Platform

/// State that threads share, and the means to wait until it changes. For threads that may block.
///
/// `@unchecked Sendable`: the state is touched only while the lock is held.
final class Monitor<State>: @unchecked Sendable {
    private var state: State
    private let lock = WaitLock()

    init(_ state: State) { self.state = state }

    /// Changes or reads the state and wakes whoever waits.
    func update<Answer>(_ body: (inout State) -> Answer) -> Answer {
        lock.lock()
        defer {
            lock.unlock()
            lock.broadcast()
        }
        return body(&state)
    }

    /// The same without waking anybody: for changes nobody waits for.
    func updateQuietly<Answer>(_ body: (inout State) -> Answer) -> Answer {
        lock.lock()
        defer { lock.unlock() }
        return body(&state)
    }

    /// Waits until the body answers; it is asked at once and after each change.
    func wait<Answer>(until body: (inout State) -> Answer?) -> Answer {
        lock.lock()
        defer { lock.unlock() }
        while true {
            if let answer = body(&state) { return answer }
            lock.wait()
        }
    }

    /// The same, but not longer than a while.
    ///
    /// - Returns: `nil` when the time was up.
    func wait<Answer>(atMostMilliseconds limit: Int, until body: (inout State) -> Answer?) -> Answer? {
        let end = WaitLock.instant(inMilliseconds: Int64(limit))
        lock.lock()
        defer { lock.unlock() }
        while true {
            if let answer = body(&state) { return answer }
            if !lock.wait(until: end) { return body(&state) }
        }
    }
}
