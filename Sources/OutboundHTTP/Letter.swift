import Synchronization

/// A request of a task that may be cancelled at any moment, also before the request was sent.
final class Letter: Sendable {
    private enum State {
        case unsent
        case sent(Transfer)
        case cancelled
    }

    private let state = Mutex(State.unsent)

    /// Sends it, unless it was cancelled before.
    func send(_ transfer: Transfer, through loop: TransferLoop) {
        let isCancelled = state.withLock { state in
            if case .cancelled = state { return true }
            state = .sent(transfer)
            loop.start(transfer)
            return false
        }
        if isCancelled { transfer.drop(OutboundError(.cancelled, "The exchange was cancelled.")) }
    }

    /// Cancels it.
    func cancel(through loop: TransferLoop) {
        state.withLock { state in
            if case .sent(let transfer) = state { loop.cancel(transfer) }
            state = .cancelled
        }
    }
}
