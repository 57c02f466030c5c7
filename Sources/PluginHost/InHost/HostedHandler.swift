import CNewelPlugin
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
        var isBusy = false
        var waiting: [HandlerCall] = []
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
        let isDisabled = state.withLock { state -> Bool in
            guard state.stuck < (description.isConcurrent ? around.limits.stuckCallsMax : 1) else { return true }
            state.waiting.append(call)
            return false
        }
        guard !isDisabled else { return finishDisabled(call) }
        call.whenCancelled { _ in
            if self.removeWaiting(call) {
                call.finish(failure: "Runtime.ExitError", "The call was stopped before it began")
            }
        }
        threads.run { self.runNext() }
    }

    private var threads: HostThreads { description.isNonblocking ? around.quickThreads : around.threads }

    /// Takes the next waiting call if the handler may have it now, and runs it on this thread.
    private func runNext() {
        guard let instance = startedInstance(), let call = takeNext() else { return }
        let now = Clocks.monotonicNanoseconds
        let timeout = call.facts.timeoutSeconds.map { now + Int64($0) * 1_000_000_000 }
        var head: [UInt8] = []
        let payload = call.request.payload.bytes
        InvocationImage.appendHead(
            call.imageFields(call: 0, deadline: timeout, at: now), payloadCount: payload.count, into: &head)
        guard let memory = malloc(head.count + payload.count) else {
            finished(nil)
            return call.finish(failure: "Runtime.OutOfMemory", "no memory for the payload")
        }
        let image = UnsafeMutableRawBufferPointer(start: memory, count: head.count + payload.count)
        image.copyBytes(from: head)
        UnsafeMutableRawBufferPointer(rebasing: image[head.count...]).copyBytes(from: payload)
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
            state.withLock { $0.instance = made }
            let others = state.withLock { $0.waiting.count - 1 }
            for _ in 0..<max(0, others) { threads.run { self.runNext() } }
            return made
        } catch {
            state.withLock { $0.failure = error }
            answerAllWaiting(error)
            return nil
        }
    }

    private func takeNext() -> HandlerCall? {
        state.withLock { state in
            guard !state.waiting.isEmpty, description.isConcurrent || !state.isBusy else { return nil }
            state.isBusy = true
            return state.waiting.removeFirst()
        }
    }

    /// A call has let go, or never began: the next one may run.
    func finished(_ open: Call?) {
        let hasMore = state.withLock { state in
            state.isBusy = false
            if let open { state.timed[open.handle] = nil }
            return !state.waiting.isEmpty && !description.isConcurrent
        }
        if hasMore { threads.run { self.runNext() } }
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
        let turnedAway = state.withLock { state -> [HandlerCall] in
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
