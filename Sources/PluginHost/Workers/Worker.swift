import CNewelSpawn
import Glibc
import HandlerContract
import JSONTree
import Platform
import PluginRuntime
import Synchronization

/// One worker process as the host sees it.
///
/// A thread of its own starts the process, waits on all its descriptors, and kills and reaps it. A caller that finds the worker idle sends its
/// call itself, without waking that thread: the thread learns of the call from the answer, or from its own look at the clock, which it
/// takes at least once per function timeout.
final class Worker: @unchecked Sendable {
    // Sendable: `child` and `wake` are set before the worker is first seen idle, `loop` belongs to the worker's thread.

    /// What a worker is doing.
    enum Phase {
        /// The process is coming up for its first call. Leads to `busy` or `over`.
        case starting(HandlerCall, until: Int64)
        /// Leads to `busy` or `over`.
        case idle(since: Int64)
        /// Leads to `idle` or `over`.
        case busy(Assignment)
        /// Takes no more calls; killed at `killAt` if it has not left by itself. Final.
        case over(killAt: Int64)
    }

    /// A call a worker has been given.
    struct Assignment {
        var call: HandlerCall
        /// The host's number of it.
        var number: UInt64
        /// When the function's time is over.
        var deadline: Int64
        /// When the worker is killed because the call was cancelled and did not end.
        var killAt: Int64?
    }

    struct State {
        var phase: Phase
        var number: UInt64 = 0
        /// Frames that there was no room for.
        var unsentCalls: [UInt8] = []
        var unsentControl: [UInt8] = []
        /// No frame waits for room.
        var hasSentAll: Bool { unsentCalls.isEmpty && unsentControl.isEmpty }
        /// Actions whose answer has not been sent.
        var openActions = 0
        /// A cancel request the thread has not yet acted upon.
        var cancelReason: CancelReason?
        /// What the process took to come up, until its first call has been told.
        var initNanoseconds: Int64?
        /// Memory that is shared has been used since it was last given back.
        var hasShared = false
        /// The process is there, and `child` is set.
        var isRunning = false
        /// The most it was seen to have in memory.
        var memoryPeak: Int64 = 0
        /// It was killed because that was too much.
        var isOutOfMemory = false
        /// What its call takes of the processor.
        var hunger = ProcessorHunger()
        /// Descriptors are closed, or about to be: send nothing more.
        var isReaped = false
    }

    let pool: WorkerPool
    /// Where what it prints belongs.
    let logStream: String
    let state: Mutex<State>
    let wake = newel_wakeup()
    /// Calls that have been taken and are being written.
    private let sending = Atomic<Int>(0)
    var child: ChildProcess?

    /// A worker for a pool, with the call it is started for.
    init(_ pool: WorkerPool, first call: HandlerCall) {
        self.pool = pool
        logStream = LogStreamName.make(
            version: pool.recipe.version, of: pool.recipe.hasSharedLog ? pool.recipe.functionName : "")
        call.log.enter(stream: logStream)
        let until = Clocks.monotonicNanoseconds + pool.limits.initTime.nanoseconds
        state = Mutex(State(phase: .starting(call, until: until)))
    }

    deinit { close(wake) }

    /// Starts thread and process.
    func launch() {
        DetachedThread.start { WorkerLoop.run(self) }
    }

    /// Sends a call to the idle worker, on the caller's thread.
    ///
    /// - Returns: `false` when the worker is not to be had any more.
    func begin(_ call: HandlerCall) -> Bool {
        let now = Clocks.monotonicNanoseconds
        let turn = state.withLock { state -> Turn? in
            guard case .idle = state.phase, child != nil, !state.isReaped else { return nil }
            return take(call, now, &state)
        }
        guard let turn, let child else { return false }
        if !send(call, turn, now, child) {
            let isUntold = state.withLock { state -> Bool in
                guard case .busy(let assignment) = state.phase, assignment.number == turn.number else { return false }
                state.phase = .idle(since: now)
                // It takes no more calls, whether it has ended or only closed its end.
                if !state.isReaped { child.terminate() }
                return true
            }
            // Else the end of its worker is its end, too.
            if isUntold { return false }
        }
        watchCancel(of: call)
        return true
    }

    /// What a worker is given a call with.
    struct Turn {
        /// The host's number of the call.
        let number: UInt64
        /// When the function's time is over.
        let deadline: Int64
        /// What the process took to come up; of its first call.
        let initNanoseconds: Int64?
        /// Nothing is before it.
        let isNext: Bool
    }

    /// Notes that the worker has a call, which is to be sent then. The state is locked.
    func take(_ call: HandlerCall, _ now: Int64, _ state: inout State) -> Turn {
        sending.add(1, ordering: .acquiringAndReleasing)
        state.number += 1
        let deadline = now + Int64(pool.recipe.timeoutSeconds) * 1_000_000_000
        state.phase = .busy(Assignment(call: call, number: state.number, deadline: deadline))
        if call.request.payload.bytes.count >= SharedPayloads.bytesMin { state.hasShared = true }
        defer { state.initNanoseconds = nil }
        return Turn(
            number: state.number, deadline: deadline, initNanoseconds: state.initNanoseconds,
            isNext: state.unsentCalls.isEmpty)
    }

    /// A call is being written: descriptors must stay open.
    var isSending: Bool { sending.load(ordering: .acquiring) > 0 }

    /// Sends the frame of a call that the worker has taken, once. The state is not locked: a worker may answer before this has returned, and
    /// its thread shall not wait then.
    ///
    /// - Returns: `false` when the process is gone, so that the call certainly never reached it.
    func send(_ call: HandlerCall, _ turn: Turn, _ now: Int64, _ child: ChildProcess) -> Bool {
        defer { sending.subtract(1, ordering: .releasing) }
        call.handOver(logStream: logStream, at: now, initNanoseconds: turn.initNanoseconds)
        var payload = call.request.payload.bytes
        var frame = FrameWriter(.invoke, call: turn.number, reserving: 768)
        frame.appendRaw {
            InvocationImage.appendHead(
                call.imageFields(call: 0, deadline: turn.deadline, at: now), payloadCount: payload.count, into: &$0)
        }
        var head = frame.finish(following: payload.count)
        if let shared = share(head, payload, turn.number, child) { (head, payload) = (shared, []) }
        var sent = 0
        if turn.isNext {
            sent = head.withUnsafeBytes { head in
                payload.withUnsafeBytes {
                    newel_write_pair(child.calls, head.baseAddress, head.count, $0.baseAddress, $0.count)
                }
            }
        }
        guard sent != head.count + payload.count else { return true }
        if sent == -Int(EPIPE) || sent == -Int(ECONNRESET) { return false }
        let done = max(0, sent)
        state.withLock { state in
            state.unsentCalls.append(contentsOf: head.dropFirst(done))
            state.unsentCalls.append(contentsOf: payload.dropFirst(max(0, done - head.count)))
        }
        poke()
        return true
    }

    /// Puts a large call into the memory that is shared.
    ///
    /// - Parameter head: The frame as it would be sent, without the payload.
    /// - Returns: The frame to send instead; `nil` to send the call itself.
    private func share(_ head: [UInt8], _ payload: [UInt8], _ number: UInt64, _ child: ChildProcess) -> [UInt8]? {
        guard payload.count >= SharedPayloads.bytesMin, let shared = child.shared else { return nil }
        let count = head.withUnsafeBytes { head in
            payload.withUnsafeBytes {
                shared.put(UnsafeRawBufferPointer(rebasing: head.dropFirst(FrameHeader.byteCount)), $0)
            }
        }
        guard let count else { return nil }
        var frame = FrameWriter(.invokeShared, call: number)
        frame.append(count)
        return frame.finish()
    }

    /// Lets a cancelled call reach this worker's thread.
    func watchCancel(of call: HandlerCall) {
        // They hold each other until the call ends.
        call.whenCancelled { [self] reason in
            state.withLock { if $0.phase.call === call { $0.cancelReason = reason } }
            poke()
        }
    }

    /// Sends a frame on the control socket, now or when there is room.
    func sendControl(_ frame: [UInt8]) {
        let isLate = state.withLock { state -> Bool in
            guard let child, !state.isReaped else { return false }
            var sent = 0
            if state.unsentControl.isEmpty {
                sent = frame.withUnsafeBytes {
                    max(0, newel_write_pair(child.control, $0.baseAddress, $0.count, nil, 0))
                }
            }
            state.unsentControl.append(contentsOf: frame.dropFirst(sent))
            return !state.unsentControl.isEmpty
        }
        if isLate { poke() }
    }

    /// Kills the process when it has more memory than its function, or too many threads; lets others go first when its call takes much of
    /// the processor. [the memory watch]
    ///
    /// - Returns: Whether it is at work.
    func checkMemory() -> Bool {
        state.withLock { state in
            guard state.isRunning, !state.isReaped, !state.isOutOfMemory, let child else { return false }
            let usage = child.usage
            state.memoryPeak = max(state.memoryPeak, usage.memory)
            if usage.threads > pool.limits.threadsMax { child.terminate() }
            if state.memoryPeak > Int64(pool.memoryBytesMax) {
                state.isOutOfMemory = true
                child.terminate()
            }
            if let change = state.hunger.note(usage.processor, in: state.phase) { child.take(change) }
            if case .idle = state.phase { return false }
            return true
        }
    }

    /// Ends the worker, whatever it is doing.
    func shutdown() {
        state.withLock { $0.cancelReason = .shutdown }
        poke()
    }

    /// Wakes the worker's thread.
    func poke() {
        var one: UInt64 = 1
        _ = write(wake, &one, 8)
    }
}

extension Worker.Phase {
    /// The call the worker is busy with or starting for.
    var call: HandlerCall? {
        switch self {
        case .starting(let call, _): call
        case .busy(let assignment): assignment.call
        case .idle, .over: nil
        }
    }
}
