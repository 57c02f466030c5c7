import PluginRuntime

/// What a runtime may do when: the decisions of the Runtime API for one process, without any I/O.
///
/// Every member hands back what is to be done now. The states and their names are those of AWS's own server of this interface.
package struct RuntimeSession: Sendable {
    /// A connection of the runtime.
    package typealias Peer = Int

    /// Something to be done.
    package enum Effect: Sendable, Equatable {
        /// Answer the open request of a connection.
        case reply(Peer, RuntimeReply)
        /// Answer it with an invocation.
        case hand(Peer, RuntimeInvocation)
        /// Send the host a frame.
        case tell([UInt8])
    }

    private enum Phase {
        /// It has not yet asked for an invocation. Leads to `ready` or `over`.
        case started
        /// It waits for an invocation. Leads to `running`.
        case ready
        /// It has one. Leads to `answering` or `answered`.
        case running(RuntimeInvocation)
        /// A connection is sending the answer. Leads to `answered`.
        case answering(RuntimeInvocation, Peer, bytes: Int)
        /// The answer is here. Leads to `ready`.
        case answered
        /// It could not start. Final.
        case over

        var name: String {
            switch self {
            case .started: "Started"
            case .ready: "Ready"
            case .running: "Running"
            case .answering: "InvocationResponse"
            case .answered: "ResponseSent"
            case .over: "InitError"
            }
        }
    }

    /// What a worker's frames say first is the memory it has had; a runtime does not tell.
    static let memoryUnknown: UInt64 = 0
    /// Bytes of an answer.
    package static let answerBytesMax = RuntimeLimits.responseBytesMax
    private var phase = Phase.started
    /// Connections that wait for an invocation, the oldest first.
    private var waiting: [Peer] = []
    /// An invocation nobody has come for yet.
    private var queued: RuntimeInvocation?

    /// Nothing has been asked.
    package init() {}

    /// A connection asks for the next invocation.
    package mutating func next(_ peer: Peer) -> [Effect] {
        switch phase {
        case .started:
            phase = .ready
            waiting.append(peer)
            var ready = FrameWriter(.ready)
            ready.append(UInt32(0))
            return [.tell(ready.finish())]
        case .ready, .answered:
            phase = .ready
            waiting.append(peer)
            return handOut()
        case .running, .answering, .over: return [.reply(peer, .wrongState(phase.name, "Ready"))]
        }
    }

    /// The host has an invocation; it never has two.
    package mutating func invoke(_ invocation: RuntimeInvocation) -> [Effect] {
        queued = invocation
        return handOut()
    }

    /// A connection begins to send an answer or an error for an invocation.
    ///
    /// - Returns: What it is refused with, or `nil`: then `append`, `finish` and `fail` follow.
    package mutating func begin(_ peer: Peer, requestID: String, as wanted: String = "InvocationResponse")
        -> RuntimeReply?
    {
        guard case .running(let invocation) = phase else { return .wrongState(phase.name, wanted) }
        guard invocation.requestID == requestID else { return .wrongID }
        phase = .answering(invocation, peer, bytes: 0)
        return nil
    }

    /// A piece of a streamed answer.
    ///
    /// - Returns: Nothing more when the answer has grown too large: the invocation has failed then.
    package mutating func append(_ peer: Peer, _ piece: [UInt8]) -> [Effect] {
        guard case .answering(let invocation, peer, let bytes) = phase, !piece.isEmpty else { return [] }
        guard bytes + piece.count <= invocation.answerBytesMax else { return tooLarge(peer) }
        phase = .answering(invocation, peer, bytes: bytes + piece.count)
        var chunk = FrameWriter(.chunk, call: invocation.call, reserving: piece.count)
        chunk.appendRaw { $0 += piece }
        return [.tell(chunk.finish())]
    }

    /// The answer is whole.
    ///
    /// - Parameter body: What `append` has not been given.
    package mutating func finish(_ peer: Peer, _ body: [UInt8]) -> [Effect] {
        guard case .answering(let invocation, peer, let bytes) = phase else { return [] }
        guard bytes + body.count <= invocation.answerBytesMax else { return tooLarge(peer) }
        phase = .answered
        var frame = FrameWriter(.succeeded, call: invocation.call, reserving: body.count + 8)
        frame.append(Self.memoryUnknown)
        frame.appendRaw { $0 += body }
        return [.tell(frame.finish()), .reply(peer, .accepted)]
    }

    /// The invocation has failed.
    package mutating func fail(_ peer: Peer, _ failure: RuntimeFailure, reply: RuntimeReply = .accepted) -> [Effect] {
        guard case .answering(let invocation, peer, _) = phase else { return [] }
        phase = .answered
        return [.tell(failure.frame(call: invocation.call)), .reply(peer, reply)]
    }

    /// The answer has grown too large.
    package mutating func tooLarge(_ peer: Peer) -> [Effect] {
        guard case .answering(let invocation, peer, _) = phase else { return [] }
        let most = invocation.answerBytesMax
        let words = "Response payload size exceeded maximum allowed payload size (\(most) bytes)."
        return fail(
            peer, RuntimeFailure(type: "Function.ResponseSizeTooLarge", message: words),
            reply: .tooLarge(bytesMax: most))
    }

    /// The runtime says that it cannot start.
    package mutating func initFailed(_ peer: Peer, _ failure: RuntimeFailure) -> [Effect] {
        guard case .started = phase else { return [.reply(peer, .wrongState(phase.name, "InitError"))] }
        phase = .over
        return [.tell(failure.unusableFrame), .reply(peer, .accepted)]
    }

    /// A connection is gone.
    package mutating func lost(_ peer: Peer) -> [Effect] {
        waiting.removeAll { $0 == peer }
        guard case .answering(let invocation, peer, _) = phase else { return [] }
        phase = .answered
        let failure = RuntimeFailure(type: "Runtime.TruncatedResponse", message: "The runtime cut its answer short")
        return [.tell(failure.frame(call: invocation.call))]
    }

    private mutating func handOut() -> [Effect] {
        guard case .ready = phase, let invocation = queued, !waiting.isEmpty else { return [] }
        queued = nil
        phase = .running(invocation)
        return [.hand(waiting.removeFirst(), invocation)]
    }
}
