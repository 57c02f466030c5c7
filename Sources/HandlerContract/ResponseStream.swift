import Synchronization

/// The answer of one call on its way to a reader who takes it piece by piece, while the handler still works.
///
/// The host writes, on any thread, and is told to hold back while more than a window is unread; one reader reads. The end is the call's outcome.
package final class ResponseStream: Sendable {
    /// What a reader gets.
    package enum Step: Sendable {
        /// The part of the answer that was written since the last one; not empty.
        case piece([UInt8])
        /// The call has ended; nothing follows.
        case end(InvocationOutcome)
    }

    private struct State {
        /// What is written and not read.
        var unread: [UInt8] = []
        var totalBytes = 0
        var version = "$LATEST"
        var bytesMax = Int.max
        var outcome: InvocationOutcome?
        var reader: CheckedContinuation<Void, Never>?
        /// Run once there is room.
        var onRoom: [@Sendable () -> Void] = []
        /// The reader has left: what comes is thrown away.
        var isAbandoned = false

        var isFull: Bool { unread.count > ResponseStream.windowBytes && !isAbandoned && outcome == nil }
    }

    /// Bytes that may be unread before who writes is held back: the ABI's credit.
    private static let windowBytes = 1 << 20
    private let state = Mutex(State())

    /// Nothing is written yet.
    package init() {}

    /// Says which version of the function answers, and how much it may write.
    package func begin(version: String, bytesMax: Int) {
        state.withLock { ($0.version, $0.bytesMax) = (version, bytesMax) }
    }

    /// `$LATEST` or a version number.
    package var version: String { state.withLock { $0.version } }

    /// Adds a piece. [any thread]
    ///
    /// - Returns: `false` when the answer has grown too large; then the piece is not part of it.
    package func write(_ piece: [UInt8]) -> Bool {
        guard !piece.isEmpty else { return true }
        let (isTaken, reader) = state.withLock { state -> (Bool, CheckedContinuation<Void, Never>?) in
            state.totalBytes += piece.count
            guard state.totalBytes <= state.bytesMax else { return (false, nil) }
            guard !state.isAbandoned else { return (true, nil) }
            state.unread += piece
            defer { state.reader = nil }
            return (true, state.reader)
        }
        reader?.resume()
        return isTaken
    }

    /// Whether who writes should hold back.
    package var isFull: Bool { state.withLock { $0.isFull } }

    /// Runs something once there is room again, at once if there is.
    package func whenRoom(_ action: @escaping @Sendable () -> Void) {
        let isNow = state.withLock { state in
            guard state.isFull else { return true }
            state.onRoom.append(action)
            return false
        }
        if isNow { action() }
    }

    /// Ends it with the call's outcome. Once.
    package func finish(_ outcome: InvocationOutcome) {
        change { $0.outcome = outcome }
    }

    /// The reader leaves; the call goes on.
    package func abandon() {
        change { state in
            (state.isAbandoned, state.unread) = (true, [])
        }
    }

    /// The next piece, or the end. Waits for it; for the end alone once it is cancelled.
    package func next() async -> Step {
        while true {
            let (step, onRoom) = take()
            for action in onRoom { action() }
            if let step { return step }
            await withTaskCancellationHandler {
                await withCheckedContinuation { continuation in
                    let isNow = state.withLock { state in
                        guard state.unread.isEmpty, state.outcome == nil, !state.isAbandoned else { return true }
                        state.reader = continuation
                        return false
                    }
                    if isNow { continuation.resume() }
                }
            } onCancel: {
                abandon()
            }
        }
    }

    private func take() -> (step: Step?, onRoom: [@Sendable () -> Void]) {
        state.withLock { state in
            if !state.unread.isEmpty {
                defer { (state.unread, state.onRoom) = ([], []) }
                return (.piece(state.unread), state.onRoom)
            }
            if let outcome = state.outcome { return (.end(outcome), []) }
            guard state.isAbandoned else { return (nil, []) }
            let failure = HandlerFailure(type: "ClientDisconnected", message: "The client has left.")
            return (.end(InvocationOutcome(.functionError(failure))), [])
        }
    }

    /// Changes what nobody has to wait for any longer.
    private func change(_ edit: (inout State) -> Void) {
        let (reader, onRoom) = state.withLock { state in
            edit(&state)
            defer { (state.reader, state.onRoom) = (nil, []) }
            return (state.reader, state.onRoom)
        }
        reader?.resume()
        for action in onRoom { action() }
    }
}

extension HandlerInvoker {
    /// Starts a call whose answer is taken piece by piece.
    package func stream(_ request: InvocationRequest) -> ResponseStream {
        let stream = ResponseStream()
        var request = request
        request.stream = stream
        _ = start(request) { stream.finish($0) }
        return stream
    }
}
