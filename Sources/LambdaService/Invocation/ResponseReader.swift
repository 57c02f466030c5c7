import HandlerContract
import Synchronization

/// The one reader of a streamed answer. When nobody holds it any more, what the function still writes is thrown away.
final class ResponseReader: Sendable {
    private struct State {
        /// Looked at, and not taken.
        var peeked: ResponseStream.Step?
        var isOver = false
    }

    private let stream: ResponseStream
    private let state = Mutex(State())

    /// Reads from the beginning.
    init(_ stream: ResponseStream) { self.stream = stream }

    deinit { stream.abandon() }

    /// The version of the function that answers.
    var version: String { stream.version }

    /// What comes next, and stays there.
    func peek() async -> ResponseStream.Step {
        if let peeked = state.withLock({ $0.peeked }) { return peeked }
        let step = await stream.next()
        state.withLock { $0.peeked = step }
        return step
    }

    /// What comes next; `nil` after the end.
    func next() async -> ResponseStream.Step? {
        if state.withLock({ $0.isOver }) { return nil }
        let step = await peek()
        state.withLock { state in
            state.peeked = nil
            if case .end = step { state.isOver = true }
        }
        return step
    }
}
