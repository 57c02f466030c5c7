import CNewelPlugin
import CNewelSpawn
import Glibc
import HandlerContract
import PluginRuntime
import Synchronization

/// The thread of one worker: starts the process, waits on it, ends it.
final class WorkerLoop {
    let worker: Worker
    let pool: WorkerPool
    let child: ChildProcess
    /// What the kernel counts its memory by, if it does.
    let memoryGroup: MemoryGroup?
    private let answersReceiver: FrameReceiver
    private let controlReceiver: FrameReceiver
    private let readiness: Readiness
    /// Pieces of the running call's result.
    var chunks: [UInt8] = []
    /// Where output goes that comes between calls.
    var lastLog: CallLog?
    var isChildGone = false
    /// When the process was started, on the monotonic clock.
    let startedAt: Int64
    /// The stream whose reader is behind: until it is not, the worker's frames stay in the pipe.
    private var fullStream: ResponseStream?
    /// The handler closed its stdout and stderr.
    private var isOutputClosed = false
    private var allowance: OutputAllowance
    /// When output is read again that stays in the pipe because there was too much.
    private var readsOutputAt: Int64?
    /// When this thread last saw the state it had no call and nothing to send: at the end of its call, or in a look after that.
    var isFree = false

    /// What the loop waits for.
    private enum Place: Int {
        case answers, control, output, wake, end
        /// Room for a call that did not fit.
        case calls
    }

    /// Runs a worker's whole life on the calling thread.
    static func run(_ worker: Worker) {
        do {
            let startedAt = Clocks.monotonicNanoseconds
            let recipe = worker.pool.recipe
            let scratch = try ScratchFolder(in: worker.pool.scratchRoot)
            defer { scratch.remove() }
            let readiness = try Readiness()
            let groups = worker.pool.memoryGroups
            let group = groups.make(bytesMax: worker.pool.memoryBytesMax)
            defer { if let group { groups.remove(group) } }
            let isOnTrial = worker.pool.isRestarting
            let child = try ChildProcess.spawn(
                recipe, scratch, logStream: worker.logStream, finder: worker.pool.finder, isAside: isOnTrial)
            // Nothing of the function runs before the worker has been told what to load.
            if isOnTrial {
                child.take(.spare)
                worker.state.withLock { $0.hunger = ProcessorHunger(isOnTrial: true) }
            }
            // If it cannot be put there, it is watched.
            let isHeld = group?.add(child.pid) ?? false
            WorkerLoop(worker, child, readiness, isHeld ? group : nil, startedAt: startedAt).run(
                recipe.confinement(scratch, program: child.program))
        } catch {
            let call = worker.state.withLock { state in
                defer { state.phase = .over(killAt: 0) }
                return state.phase.call
            }
            worker.pool.giveUp(worker)
            worker.pool.remove(worker)
            call?.finish(.refused(HandlerRefusal(code: "ServiceException", message: error.message, status: 500)))
        }
    }

    private init(
        _ worker: Worker, _ child: ChildProcess, _ readiness: Readiness, _ memoryGroup: MemoryGroup?, startedAt: Int64
    ) {
        self.memoryGroup = memoryGroup
        self.startedAt = startedAt
        allowance = OutputAllowance(at: startedAt)
        self.worker = worker
        self.child = child
        pool = worker.pool
        answersReceiver = FrameReceiver(child.answers)
        controlReceiver = FrameReceiver(child.control)
        worker.child = child
        self.readiness = readiness
        // In the order of `Place`.
        readiness.watch([child.answers, child.control, child.output, worker.wake, child.pidDescriptor, child.calls])
        readiness.leave(Place.calls.rawValue)
    }

    private func run(_ confinement: ConfinementOrder) {
        var order = LoadOrder(
            library: pool.recipe.library, handler: pool.recipe.handler, settings: pool.recipe.environment,
            native: pool.recipe.native)
        (order.command, order.folder) = (child.program.words, confinement.folder)
        worker.state.withLock { state in
            state.unsentCalls = confinement.frame + order.frame
            state.isRunning = true
        }
        if let call = worker.state.withLock({ $0.phase.call }) { worker.watchCancel(of: call) }
        while !isChildGone {
            let now = Clocks.monotonicNanoseconds
            readOutputOn(at: now)
            var outlook = look(at: now)
            if let readsOutputAt { outlook.due = min(outlook.due, readsOutputAt) }
            if wait(for: outlook, at: now) { lookAtClock() }
        }
        bury()
    }

    /// What a worker's thread waits for besides frames.
    private struct Outlook {
        var hasUnsentCalls = false
        var hasUnsentControl = false
        /// When something may have to end.
        var due: Int64
    }

    /// Sends what could not be sent before, and says what to wait for.
    private func look(at now: Int64) -> Outlook {
        // Whoever holds the state of a free worker gives it a call: there is no need to wait for that. It wakes this thread when it leaves
        // something to do.
        if isFree, let outlook = worker.state.withLockIfAvailable({ outlook(&$0, now) }) { return outlook }
        guard !isFree else { return Outlook(due: now + timeoutNanoseconds) }
        return worker.state.withLock { outlook(&$0, now) }
    }

    private func outlook(_ state: inout Worker.State, _ now: Int64) -> Outlook {
        send(child.calls, &state.unsentCalls)
        send(child.control, &state.unsentControl)
        isFree = false
        let due: Int64
        switch state.phase {
        case .starting(_, let until): due = until
        // A call may be given to an idle worker without waking this thread: its deadline is at least one timeout away.
        case .idle(let since):
            isFree = state.hasSentAll
            due = min(now + timeoutNanoseconds, max(now, since + pool.limits.idleTime.nanoseconds))
        case .busy(let assignment): due = min(assignment.deadline, assignment.killAt ?? .max)
        case .over(let killAt): due = killAt
        }
        return Outlook(
            hasUnsentCalls: !state.unsentCalls.isEmpty, hasUnsentControl: !state.unsentControl.isEmpty, due: due)
    }

    private var timeoutNanoseconds: Int64 { Int64(pool.recipe.timeoutSeconds) * 1_000_000_000 }

    /// Reads no more of what the worker says until a stream has room: a handler that writes waits then.
    func holdBack(for stream: ResponseStream) {
        guard fullStream == nil else { return }
        fullStream = stream
        readiness.leave(Place.answers.rawValue)
        stream.whenRoom { [worker] in worker.poke() }
    }

    private func readOutputOn(at now: Int64) {
        guard let until = readsOutputAt, until <= now else { return }
        readsOutputAt = nil
        if !isOutputClosed { readiness.rejoin(Place.output.rawValue) }
    }

    /// Acts on what comes until something is due.
    ///
    /// - Returns: Whether a time has come.
    private func wait(for outlook: Outlook, at now: Int64) -> Bool {
        if let stream = fullStream, !stream.isFull {
            fullStream = nil
            readiness.rejoin(Place.answers.rawValue)
        }
        readiness.waitForRoomAlone(outlook.hasUnsentCalls, at: Place.calls.rawValue)
        readiness.waitForRoom(outlook.hasUnsentControl, at: Place.control.rawValue)
        let (ready, isTime) = readiness.wait(until: outlook.due, now: now)
        func isReady(_ place: Place) -> Bool { ready & 1 << place.rawValue != 0 }
        if isReady(.wake) {
            var count: UInt64 = 0
            _ = read(worker.wake, &count, 8)
            actOnRequests()
        }
        if isReady(.output) {
            drainOutput()
            if isOutputClosed || readsOutputAt != nil { readiness.leave(Place.output.rawValue) }
        }
        if isReady(.control) { receiveControl() }
        if isReady(.answers) { receiveAnswers() }
        if isReady(.end) {
            // What it said before it died still counts.
            for _ in 0..<Self.lastReadsMax where receiveAnswers() != .received { break }
            isChildGone = true
        }
        return isTime
    }

    /// Looks at what a process has left, more than its largest answer takes: what it started may hold its end and go on writing.
    private static let lastReadsMax = 4_096

    @discardableResult
    private func receiveAnswers() -> FrameReceiver.Status {
        let status = answersReceiver.receive { header, body in serve(header, body) }
        ifBroken(status)
        return status
    }

    private func receiveControl() {
        ifBroken(controlReceiver.receive { header, body in serveControl(header, body) })
    }

    /// A worker that has closed its ends or sends what is no frame is of no more use.
    private func ifBroken(_ status: FrameReceiver.Status) {
        guard status == .closed || status == .garbled else { return }
        // A process that is just exiting closes its ends first: let it tell how it ended.
        var exited = pollfd(fd: child.pidDescriptor, events: Int16(POLLIN), revents: 0)
        if status == .garbled || poll(&exited, 1, 200) <= 0 { child.terminate() }
        isChildGone = true
        drainOutput()
    }

    private func send(_ descriptor: Int32, _ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return }
        let sent = bytes.withUnsafeBytes { newel_write_pair(descriptor, $0.baseAddress, $0.count, nil, 0) }
        if sent > 0 { bytes.removeFirst(sent) }
    }

    /// Reads what the worker printed, a bounded piece at a time.
    ///
    /// - Returns: Whether there may be more.
    @discardableResult
    func drainOutput() -> Bool {
        // Small, so that it lies on the stack: it is looked for at the end of every call, and mostly there is nothing.
        var bytes = withUnsafeTemporaryAllocation(byteCount: 1 << 10, alignment: 8) { readOutput(into: $0) }
        if bytes.count == 1 << 10 {
            bytes += withUnsafeTemporaryAllocation(byteCount: 15 << 10, alignment: 8) { readOutput(into: $0) }
        }
        guard !bytes.isEmpty else { return false }
        if readsOutputAt == nil { readsOutputAt = allowance.take(bytes.count, at: Clocks.monotonicNanoseconds) }
        (worker.state.withLock { $0.phase.call?.log } ?? lastLog)?.append(bytes)
        return bytes.count == 16 << 10
    }

    private func readOutput(into buffer: UnsafeMutableRawBufferPointer) -> [UInt8] {
        let count = read(child.output, buffer.baseAddress, buffer.count)
        isOutputClosed = count == 0
        return [UInt8](buffer.prefix(max(0, count)))
    }
}
