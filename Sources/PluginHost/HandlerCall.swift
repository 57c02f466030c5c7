import HandlerContract
import JSONTree
import PluginRuntime
import ResourceNames
import Synchronization

/// One invocation on its way through the host: who asked, what is called, and the one completion.
final class HandlerCall: RunningInvocation {
    /// What the host knows of the handler beyond the request. Shared, as every call asks for it several times.
    final class Facts: Sendable {
        /// The name under which the log keeps it: a function's ARN without qualifier, or an integration's pattern.
        let logName: String
        let version: String
        let buildID: String
        /// `nil`: no limit of its own (integrations; the engine cancels).
        let timeoutSeconds: Int?
        let memoryMB: Int
        let caller: APICallerIdentity
        /// Its log group; `nil`: the one of its own name.
        let logGroup: String?

        init(
            logName: String, version: String = "$LATEST", buildID: String = "", timeoutSeconds: Int? = nil,
            memoryMB: Int = 128, caller: APICallerIdentity, logGroup: String? = nil
        ) {
            (self.logName, self.version, self.buildID) = (logName, version, buildID)
            (self.timeoutSeconds, self.memoryMB, self.caller) = (timeoutSeconds, memoryMB, caller)
            self.logGroup = logGroup
        }
    }

    let request: InvocationRequest
    private struct State {
        var facts: Facts?
        var log: CallLog?
        var completion: (@Sendable (InvocationOutcome) -> Void)?
        var cancelReason: CancelReason?
        var onCancel: (@Sendable (CancelReason) -> Void)?
        var report: InvocationReport?
        var handedAt: Int64 = 0
    }
    private let sink: any FunctionLogSink
    private let state: Mutex<State>

    init(
        _ request: InvocationRequest, log: any FunctionLogSink,
        completion: @escaping @Sendable (InvocationOutcome) -> Void
    ) {
        self.request = request
        sink = log
        state = Mutex(State(completion: completion))
    }

    /// Says which handler was found; before it is handed to one, and once.
    func begin(_ facts: Facts) {
        let log = CallLog(
            function: facts.logName, roleARN: facts.caller.roleARN, logGroup: facts.logGroup,
            requestID: request.requestID, keepsTail: request.wantsLogTail, sink: sink)
        request.stream?.begin(version: facts.version, bytesMax: RuntimeLimits.streamedBytesMax)
        state.withLock { state in
            state.facts = facts
            state.log = log
        }
    }

    /// What the host knows of the handler.
    var facts: Facts {
        guard let facts = state.withLock({ $0.facts }) else {
            preconditionFailure("a handler is found before its call is begun")
        }
        return facts
    }

    /// What its handler prints and logs.
    var log: CallLog {
        guard let log = state.withLock({ $0.log }) else {
            preconditionFailure("a handler is found before its call is begun")
        }
        return log
    }

    /// Says that the handler is given the call now.
    ///
    /// - Parameters:
    ///   - logStream: The log stream of the process it is in.
    ///   - now: On the monotonic clock, in nanoseconds.
    ///   - initNanoseconds: What it took to bring up the process that was started for this call.
    func handOver(logStream: String, at now: Int64, initNanoseconds: Int64? = nil) {
        request.onHandover?()
        let (log, report) = state.withLock { state -> (CallLog?, InvocationReport?) in
            state.handedAt = now
            guard let facts = state.facts, facts.timeoutSeconds != nil else { return (state.log, nil) }
            var report = InvocationReport(
                requestID: request.requestID, version: facts.version, memoryMB: facts.memoryMB)
            report.initNanoseconds = initNanoseconds
            state.report = report
            return (state.log, report)
        }
        log?.enter(stream: logStream, report)
    }

    func cancel(_ reason: CancelReason) {
        let action = state.withLock { state -> (@Sendable (CancelReason) -> Void)? in
            guard state.cancelReason == nil, state.completion != nil else { return nil }
            state.cancelReason = reason
            return state.onCancel
        }
        action?(reason)
    }

    /// Says what cancelling means while it runs; at once when it was cancelled before, and never when it has ended.
    func whenCancelled(_ action: @escaping @Sendable (CancelReason) -> Void) {
        let reason = state.withLock { state -> CancelReason? in
            guard state.completion != nil else { return nil }
            state.onCancel = action
            return state.cancelReason
        }
        if let reason { action(reason) }
    }

    /// Hands the outcome over; only the first one counts.
    ///
    /// - Parameters:
    ///   - memoryUsed: Bytes the handler's process has had in memory at most; 0 where that is not known.
    ///   - isStreamed: What there is of an answer went to who takes it piece by piece.
    func finish(
        _ result: InvocationOutcome.Result, effects: [any PreparedEffect] = [], memoryUsed: Int64 = 0,
        isStreamed: Bool = false
    ) {
        let (completion, facts, log, report) = state.withLock { state in
            defer {
                state.completion = nil
                state.onCancel = nil
            }
            state.report?.nanoseconds = Clocks.monotonicNanoseconds - state.handedAt
            state.report?.memoryUsed = memoryUsed
            return (state.completion, state.facts, state.log, state.report)
        }
        guard let completion else { return }
        // The caller first: who waits for an answer does not wait for a file, unless it asked for the lines.
        if request.wantsLogTail { log?.end(report, result.runtimeFailure) }
        defer { if !request.wantsLogTail { log?.end(report, result.runtimeFailure) } }
        var outcome = InvocationOutcome(result)
        outcome.effects = effects
        if let facts {
            outcome.executedVersion = facts.version
            outcome.buildID = facts.buildID
        }
        outcome.logTail = log?.tail ?? []
        outcome.isStreamed = isStreamed
        completion(outcome)
    }

    /// Finishes with the bytes a handler returned, once they are found to be JSON. Of an answer that was streamed there are none.
    func finish(returning bytes: [UInt8], effects: [any PreparedEffect] = [], memoryUsed: Int64 = 0) {
        if bytes.isEmpty, request.stream != nil {
            return finish(.success(Payload(.null)), effects: effects, memoryUsed: memoryUsed, isStreamed: true)
        }
        do {
            finish(.success(try Payload(parsing: bytes)), effects: effects, memoryUsed: memoryUsed)
        } catch {
            finish(
                failure: "Runtime.MarshalError",
                "The result is not valid JSON: \(error.message) at byte \(error.offset)")
        }
    }

    /// Finishes with an error of the runtime's, worded as AWS words them.
    func finish(failure type: String, _ message: String, memoryUsed: Int64 = 0) {
        let failure = HandlerFailure(type: type, message: "RequestId: \(request.requestID) Error: \(message)")
        finish(.functionError(failure), memoryUsed: memoryUsed)
    }

    /// Finishes as failed because the answer has grown too large.
    func finishTooLarge() {
        let most = request.stream == nil ? RuntimeLimits.responseBytesMax : RuntimeLimits.streamedBytesMax
        finish(
            failure: "Function.ResponseSizeTooLarge",
            "Response payload size exceeded maximum allowed payload size (\(most) bytes).")
    }

    /// Finishes as timed out.
    func finishTimedOut(memoryUsed: Int64 = 0) {
        finish(
            failure: "Sandbox.Timedout", "Task timed out after \(facts.timeoutSeconds ?? 0).00 seconds",
            memoryUsed: memoryUsed)
    }

    /// The fields of the C invocation; `deadline` and `now` are on the monotonic clock.
    func imageFields(call: UInt64, deadline: Int64?, at now: Int64) -> InvocationImage.Fields {
        let facts = facts
        var fields = InvocationImage.Fields()
        fields.call = call
        fields.flags = (request.waitsForToken ? 1 : 0) | (request.isSync ? 2 : 0)
        fields.flags |= (request.stream == nil ? 0 : 4) | (request.isProbe ? 8 : 0)
        fields.requestID = request.requestID
        fields.resourceARN = request.resource
        fields.functionVersion = facts.version
        fields.taskToken = request.taskToken
        fields.executionARN = request.executionARN
        fields.clientContext = request.clientContext
        fields.traceHeader = request.traceHeader
        fields.idempotencyKey = request.idempotencyKey
        if let deadline {
            fields.deadlineMonotonic = deadline
            fields.deadlineUnixMilliseconds =
                (Clocks.unixNanoseconds + deadline - now) / 1_000_000
        } else {
            fields.deadlineMonotonic = .max
            fields.deadlineUnixMilliseconds = .max
        }
        fields.memoryLimit = UInt64(facts.memoryMB) << 20
        fields.attempt = UInt32(clamping: request.attempt)
        return fields
    }
}

extension InvocationOutcome.Result {
    /// The failure that the runtime tells of, not the handler.
    fileprivate var runtimeFailure: HandlerFailure? {
        if case .functionError(let failure) = self, failure.isRuntimes { failure } else { nil }
    }
}
