import Glibc
import HandlerContract
import PluginRuntime
import Synchronization

// How calls and workers end before their time.
extension WorkerLoop {
    /// Acts on what other threads asked for: the end of a call, or of the worker.
    func actOnRequests() {
        let (reason, assignment, phase) = worker.state.withLock { state in
            defer { state.cancelReason = nil }
            guard case .busy(var assignment) = state.phase, state.cancelReason != nil, assignment.killAt == nil else {
                return (state.cancelReason, nil as Worker.Assignment?, state.phase)
            }
            assignment.killAt = Clocks.monotonicNanoseconds + pool.limits.cancelGrace.nanoseconds
            state.phase = .busy(assignment)
            return (state.cancelReason, assignment, state.phase)
        }
        if let assignment, let reason { return sendCancel(assignment.number, reason) }
        switch phase {
        case .starting where reason != nil: leave(killingAt: 0) { finishKilled($0) }
        case .idle where reason == .shutdown || pool.isClosed: retire()
        default: return
        }
    }

    /// Ends what is overdue.
    func lookAtClock() {
        let now = Clocks.monotonicNanoseconds
        switch worker.state.withLock({ $0.phase }) {
        case .starting(_, let until) where until <= now:
            leave(killingAt: 0) { call in
                call.finish(
                    failure: "Sandbox.Timedout",
                    "Task timed out after \(self.pool.limits.initTime.components.seconds).00 seconds")
            }
        case .busy(let assignment) where assignment.deadline <= now:
            sendCancel(assignment.number, .timeout)
            leave(killingAt: now + pool.limits.cancelGrace.nanoseconds) { $0.finishTimedOut(memoryUsed: memoryPeak) }
        case .busy(let assignment) where (assignment.killAt ?? .max) <= now:
            leave(killingAt: 0) { finishKilled($0) }
        case .idle(let since) where now - since >= pool.limits.idleTime.nanoseconds: retire()
        case .idle(let since) where now - since >= Self.sharedIdleNanoseconds: releaseShared()
        case .over(let killAt) where killAt <= now:
            child.terminate()
            isChildGone = true
        default: return
        }
    }

    /// Takes the worker out of service: whoever waits is answered, the process may live until `killAt`.
    func leave(killingAt killAt: Int64, _ answer: (HandlerCall) -> Void) {
        let call = worker.state.withLock { state -> HandlerCall?? in
            if case .over = state.phase { return nil }
            defer { state.phase = .over(killAt: killAt) }
            return .some(state.phase.call)
        }
        guard let call else { return }
        pool.giveUp(worker)
        if let call {
            pool.failed()
            lastLog = call.log
            answer(call)
        }
    }

    /// Lets an idle worker take its handler down and go, unless it has just been given a call.
    func retire() {
        let isIdle = worker.state.withLock { state -> Bool in
            guard case .idle = state.phase else { return false }
            // The Runtime API has no word for leaving: such a worker is killed, as on Lambda.
            let grace = pool.recipe.bootstrap == nil ? pool.limits.cancelGrace.nanoseconds : 0
            state.phase = .over(killAt: Clocks.monotonicNanoseconds + grace)
            guard grace > 0 else { return true }
            var quit = FrameWriter(.quit)
            state.unsentCalls.append(contentsOf: quit.finish())
            return true
        }
        if isIdle { pool.giveUp(worker) }
    }

    /// Reaps the process and tells whoever waits how it ended.
    func bury() {
        // A crash is told at length, and as much as a pipe holds may be there.
        for _ in 0..<8 where !drainOutput() { break }
        let (memoryPeak, wasTooLarge) = worker.state.withLock { state in
            state.isReaped = true
            return (state.memoryPeak, state.isOutOfMemory)
        }
        // Nobody begins to write now. Who has begun does not wait for the worker.
        while worker.isSending { Pause.milliseconds(1) }
        let end = child.reap()
        let wasAsked = worker.state.withLock { state in if case .over = state.phase { true } else { false } }
        if !wasAsked { pool.crashed(end) }
        let isOutOfMemory = wasTooLarge || memoryGroup?.hasRunOut == true
        leave(killingAt: 0) { call in
            if isOutOfMemory {
                return call.finish(
                    failure: "Runtime.OutOfMemory", "Runtime exited with error: signal: killed", memoryUsed: memoryPeak)
            }
            call.finish(
                failure: "Runtime.ExitError",
                end.isEmpty ? "Runtime exited without providing a reason" : "Runtime exited with error: \(end)",
                memoryUsed: memoryPeak)
        }
        if let memoryGroup { pool.memoryGroups.remove(memoryGroup) }
        pool.remove(worker)
    }

    /// Gives the shared memory back that large payloads took, unless a call has just begun.
    private func releaseShared() {
        worker.state.withLock { state in
            guard case .idle = state.phase, state.hasShared else { return }
            state.hasShared = false
            child.shared?.release()
        }
    }

    /// An idle worker keeps what large payloads took for at least so long.
    private static let sharedIdleNanoseconds: Int64 = 1_000_000_000

    private func sendCancel(_ number: UInt64, _ reason: CancelReason) {
        var frame = FrameWriter(.cancel, call: number)
        frame.append(reason.rawValue)
        worker.sendControl(frame.finish())
    }

    private func finishKilled(_ call: HandlerCall) {
        call.finish(
            failure: "Runtime.ExitError", "Runtime exited with error: signal: killed", memoryUsed: memoryPeak)
    }

    /// The most the process was seen to have in memory.
    private var memoryPeak: Int64 { max(child.memoryUsed, worker.state.withLock { $0.memoryPeak }) }
}
