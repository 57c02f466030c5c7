/// Receivers that wait for a message, longest wait first. They hold no thread.
struct ReceiveWaiters {
    /// Why a wait ended.
    enum Signal: Sendable {
        /// Messages may be there.
        case tryAgain
        /// The time is over, or the caller gave up.
        case over
        /// Taken at once, without a wait.
        case taken(MessageIndex.Taken)
    }

    private var waiting: [(ticket: Int64, continuation: CheckedContinuation<Signal, Never>)] = []
    private var lastTicket: Int64 = 0

    /// Nobody waits.
    var isEmpty: Bool { waiting.isEmpty }

    /// Adds a receiver.
    ///
    /// - Returns: Its ticket, to take it out again.
    mutating func add(_ continuation: CheckedContinuation<Signal, Never>) -> Int64 {
        lastTicket += 1
        waiting.append((lastTicket, continuation))
        return lastTicket
    }

    /// Takes those out who wait longest.
    mutating func takeFirst(_ count: Int) -> [CheckedContinuation<Signal, Never>] {
        let taken = waiting.prefix(max(0, count)).map(\.continuation)
        waiting.removeFirst(taken.count)
        return taken
    }

    /// Takes one out; `nil` when it was resumed before.
    mutating func take(_ ticket: Int64) -> CheckedContinuation<Signal, Never>? {
        guard let place = waiting.firstIndex(where: { $0.ticket == ticket }) else { return nil }
        return waiting.remove(at: place).continuation
    }
}
