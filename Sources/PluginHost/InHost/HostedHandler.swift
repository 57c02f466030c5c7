import CNewelPlugin
import DequeModule
import Glibc
import HandlerContract
import JSONTree
import PluginRuntime
import Synchronization

/// A handler that runs in the host: linked in, or loaded there by choice.
///
/// Its instance is made at the first call, on a host thread. Calls of a handler that is not concurrent run one after the other, each until
/// it has ended.
final class HostedHandler: Sendable {
    /// What the handlers of a host share.
    struct Surroundings: Sendable {
        let threads: HostThreads
        /// For handlers that never block: few are enough for all of them.
        let quickThreads: HostThreads
        let timer: DeadlineTimer
        let bridge: APIBridge
        let calls: CallTable
        let limits: PluginHostLimits
        /// Nanoseconds since 1970, as handlers are told.
        let wallClock: @Sendable () -> Int64
    }

    private struct State {
        var instance: HandlerInstance?
        var failure: LoadFailure?
        var isStarting = false
        /// A call of a handler that is not concurrent has not let go yet.
        var isBusy = false
        var waiting: Deque<HandlerCall> = []
        /// Threads that take waiting calls, one after the other.
        var serving = 0
        /// Threads that were asked to and have not begun.
        var coming = 0
        var stuck = 0
        /// Calls that have a time of their own and have not let go, by handle.
        var timed: [UInt64: Timed] = [:]
        /// When deadlines are looked at next; `.max` when there are none.
        var alarm = Int64.max
    }
    /// A call with a deadline.
    private struct Timed {
        let open: Call
        let call: HandlerCall
        let deadline: Int64
    }

    /// So many waiting calls of a handler that never blocks are one thread's work.
    private static let callsPerQuickThread = 8
    /// Calls that a thread runs before other handlers have their turn.
    private static let callsInARow = 64

    let description: HandlerDescription
    /// It is linked in and says that it works through prepared effects.
    let preparesEffects: Bool
    private let load: @Sendable () throws(LoadFailure) -> UnsafePointer<newel_handler>
    private let isLinkedIn: Bool
    private let logStream = LogStreamName.make(version: "$LATEST")
    private let settings: [String: String]
    private let around: Surroundings
    private let state = Mutex(State())

    /// Describes the handler; nothing of it runs yet.
    ///
    /// - Parameter load: Yields the handler's structure, on a host thread.
    init(
        _ description: HandlerDescription, settings: [String: String], isLinkedIn: Bool, preparesEffects: Bool = false,
        in around: Surroundings,
        load: @escaping @Sendable () throws(LoadFailure) -> UnsafePointer<newel_handler>
    ) {
        self.description = description
        self.settings = settings
        self.isLinkedIn = isLinkedIn
        self.around = around
        self.preparesEffects = preparesEffects
        self.load = load
    }

    /// Takes a call; it runs as soon as the handler is free.
    func start(_ call: HandlerCall) {
        call.whenCancelled { _ in
            if self.removeWaiting(call) {
                call.finish(failure: "Runtime.ExitError", "The call was stopped before it began")
            }
        }
        let (isDisabled, needsThread) = state.withLock { state -> (Bool, Bool) in
            guard state.stuck < (description.isConcurrent ? around.limits.stuckCallsMax : 1) else {
                return (true, false)
            }
            state.waiting.append(call)
            return (false, sendsThread(&state))
        }
        if isDisabled { return finishDisabled(call) }
        if needsThread { threads.run { self.serve() } }
    }

    private var threads: HostThreads { description.isNonblocking ? around.quickThreads : around.threads }

    /// Whether one more thread is to take waiting calls; then it counts as coming.
    private func sendsThread(_ state: inout State) -> Bool {
        let isWanted =
            if !description.isConcurrent {
                // Who serves now takes them all, and the end of a call that goes on after `invoke` sends for the next.
                !state.waiting.isEmpty && !state.isBusy && state.serving + state.coming == 0
            } else if description.isNonblocking {
                // One is soon through with a few.
                state.waiting.count > (state.serving + state.coming) * Self.callsPerQuickThread
            } else {
                // Each may block its thread.
                state.waiting.count > state.coming
            }
        if isWanted { state.coming += 1 }
        return isWanted
    }

    /// Takes waiting calls and runs them on this thread, until there are none that the handler may have now.
    private func serve() {
        guard let instance = startedInstance() else { return state.withLock { $0.coming -= 1 } }
        var next = takeNext(isFirst: true)
        var taken = 1
        while let call = next {
            run(call, in: instance)
            // The threads are there for other handlers too.
            let goesOn = taken < Self.callsInARow
            next = goesOn ? takeNext(isFirst: false) : nil
            taken += 1
            if !goesOn { handOn() }
        }
    }

    /// Gives what still waits to the threads anew.
    private func handOn() {
        let needsThread = state.withLock { state in
            state.serving -= 1
            return sendsThread(&state)
        }
        if needsThread { threads.run { self.serve() } }
    }

    /// Runs a call on this thread.
    private func run(_ call: HandlerCall, in instance: HandlerInstance) {
        let now = Clocks.monotonicNanoseconds
        let timeout = call.facts.timeoutSeconds.map { now + Int64($0) * 1_000_000_000 }
        let fields = call.imageFields(call: 0, deadline: timeout, at: now)
        guard let image = InvocationImage.make(fields, payload: call.request.payload.bytes) else {
            finished(nil)
            return call.finish(failure: "Runtime.OutOfMemory", "no memory for the payload")
        }
        let sink = HostedCallSink(
            call, of: self, interface: instance.interface, bridge: around.bridge, threads: around.threads)
        guard let open = around.calls.open(image, sink: sink) else {
            finished(nil)
            return call.finish(
                .refused(HandlerRefusal(code: "TooManyRequestsException", message: "Rate Exceeded.", status: 429)))
        }
        if let timeout { watch(Timed(open: open, call: call, deadline: timeout)) }
        call.whenCancelled { reason in self.cancel(open, call, reason) }
        call.handOver(logStream: logStream, at: now)
        instance.invoke(open)
    }

    /// The instance, made now if it was not; `nil` when another thread makes it or it cannot be made (the waiting calls are answered).
    private func startedInstance() -> HandlerInstance? {
        let (instance, failure, isMine) = state.withLock { state -> (HandlerInstance?, LoadFailure?, Bool) in
            if state.instance != nil || state.failure != nil { return (state.instance, state.failure, false) }
            defer { state.isStarting = true }
            return (nil, nil, !state.isStarting)
        }
        if let failure { answerAllWaiting(failure) }
        guard isMine else { return instance }
        do {
            let interface = HostInterface(
                calls: around.calls, settings: settings, defaultSink: SilentSink(), preparesEffects: isLinkedIn,
                wallClock: around.wallClock)
            let made = try HandlerInstance(description, try load(), interface: interface)
            let others = state.withLock { state in
                state.instance = made
                // Those that came meanwhile have left again. This thread is the first of the ones that are coming.
                guard description.isConcurrent, !description.isNonblocking else { return 0 }
                let others = state.waiting.count - state.coming
                state.coming += max(0, others)
                return others
            }
            for _ in 0..<max(0, others) { threads.run { self.serve() } }
            return made
        } catch {
            state.withLock { $0.failure = error }
            answerAllWaiting(error)
            return nil
        }
    }

    /// The next call that the handler may have; without one this thread serves no more.
    private func takeNext(isFirst: Bool) -> HandlerCall? {
        state.withLock { state in
            if isFirst { (state.coming, state.serving) = (state.coming - 1, state.serving + 1) }
            guard !state.waiting.isEmpty, description.isConcurrent || !state.isBusy else {
                state.serving -= 1
                return nil
            }
            state.isBusy = true
            return state.waiting.removeFirst()
        }
    }

    /// A call has let go, or never began: the next one may run.
    func finished(_ open: Call?) {
        let needsThread = state.withLock { state in
            state.isBusy = false
            if let open { state.timed[open.handle] = nil }
            return !description.isConcurrent && sendsThread(&state)
        }
        if needsThread { threads.run { self.serve() } }
    }

    /// A call that was given up has let go after all.
    func recovered() { state.withLock { $0.stuck -= 1 } }

    private func answerAllWaiting(_ failure: LoadFailure) {
        let waiting = state.withLock { state in
            defer { state.waiting = [] }
            return state.waiting
        }
        for call in waiting { call.finish(failure: failure.errorType, failure.message) }
    }

    /// Sees to it that somebody looks when a call's time is over. The timer has one entry for all: most calls end long before.
    private func watch(_ timed: Timed) {
        let isFirst = state.withLock { state in
            state.timed[timed.open.handle] = timed
            guard timed.deadline < state.alarm else { return false }
            state.alarm = timed.deadline
            return true
        }
        if isFirst { setAlarm(timed.deadline) }
    }

    private func setAlarm(_ instant: Int64) { around.timer.schedule(at: instant) { self.lookAtDeadlines(instant) } }

    /// Ends the calls whose time is over. [the timer]
    private func lookAtDeadlines(_ instant: Int64) {
        let now = Clocks.monotonicNanoseconds
        let (due, next) = state.withLock { state -> ([Timed], Int64) in
            // An earlier one has taken its place.
            guard state.alarm == instant else { return ([], .max) }
            let due = state.timed.values.filter { $0.deadline <= now }
            for timed in due { state.timed[timed.open.handle] = nil }
            state.alarm = state.timed.values.map(\.deadline).min() ?? .max
            return (due, state.alarm)
        }
        for timed in due { timeOut(timed.open, timed.call) }
        if next != .max { setAlarm(next) }
    }

    private func timeOut(_ open: Call, _ call: HandlerCall) {
        guard !open.hasEnded else { return }
        open.cancel(CancelReason.timeout.rawValue)
        giveUp(open) { call.finishTimedOut() }
    }

    private func cancel(_ open: Call, _ call: HandlerCall, _ reason: CancelReason) {
        // Not on the caller's thread: a callback may take its time.
        around.threads.run { open.cancel(reason.rawValue) }
        around.timer.schedule(at: Clocks.monotonicNanoseconds + around.limits.cancelGrace.nanoseconds) {
            self.giveUp(open) { call.finish(failure: "Runtime.ExitError", "The handler did not stop when asked to") }
        }
    }

    /// Ends a call for the host; the handler keeps its memory until it lets go. After a few such calls it gets no more.
    private func giveUp(_ open: Call, _ answer: () -> Void) {
        guard open.end() else { return }
        if let sink = open.sink as? HostedCallSink { sink.givenUp() }
        let turnedAway = state.withLock { state -> Deque<HandlerCall> in
            state.stuck += 1
            guard state.stuck >= around.limits.stuckCallsMax || !description.isConcurrent else { return [] }
            defer { state.waiting = [] }
            return state.waiting
        }
        answer()
        for call in turnedAway { finishDisabled(call) }
    }

    private func finishDisabled(_ call: HandlerCall) {
        call.finish(
            failure: "Runtime.HandlerDisabled",
            "\(description.name) is disabled: earlier calls never let go of the host")
    }

    private func removeWaiting(_ call: HandlerCall) -> Bool {
        state.withLock { state in
            guard let index = state.waiting.firstIndex(where: { $0 === call }) else { return false }
            state.waiting.remove(at: index)
            return true
        }
    }

    /// Takes the instance down.
    func shutdown() {
        let instance = state.withLock { state in
            defer { state.instance = nil }
            return state.isBusy ? nil : state.instance
        }
        instance?.destroy()
    }
}

extension Duration {
    /// Whole nanoseconds.
    var nanoseconds: Int64 { components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000 }
}
