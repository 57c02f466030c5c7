import CNewelPlugin

/// One call of a handler: what came in, and the ways to answer it.
///
/// Read what you need before answering: with the answer the host takes its memory back.
public final class Invocation: @unchecked Sendable {
    // Sendable: host and call are read-only structures of the host's, and all its functions may be called from any thread.
    let call: UnsafePointer<newel_invocation>
    let host: UnsafePointer<newel_host>
    let handle: newel_call

    init(_ call: UnsafePointer<newel_invocation>, _ host: UnsafePointer<newel_host>) {
        self.call = call
        self.host = host
        handle = call.pointee.call
    }

    /// The JSON text handed over, copied.
    public var payload: [UInt8] { withPayload { [UInt8]($0) } }
    /// Reads the JSON text handed over where it lies.
    public func withPayload<R, E>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
        try body(call.pointee.payload.buffer)
    }
    /// The Lambda request id.
    public var requestID: String { call.pointee.request_id.text }
    /// What was called: a function's ARN, or an integration's resource.
    public var resourceARN: String { call.pointee.resource_arn.text }
    /// `$LATEST` or a version number.
    public var functionVersion: String { call.pointee.function_version.text }
    /// The task token of a `.waitForTaskToken` task, else empty.
    public var taskToken: String { call.pointee.task_token.text }
    /// The calling execution, else empty.
    public var executionARN: String { call.pointee.execution_arn.text }
    /// The caller's client context as JSON, else empty.
    public var clientContext: [UInt8] { [UInt8](call.pointee.client_context.buffer) }
    /// The same whenever this attempt is delivered again.
    public var idempotencyKey: String { call.pointee.idempotency_key.text }
    /// Which attempt this is, from 1.
    public var attempt: Int { Int(call.pointee.attempt) }
    /// The task ends only when its token is answered; this call just passes the token on.
    public var waitsForToken: Bool { call.pointee.flags & UInt32(NEWEL_INV_WAIT_TOKEN) != 0 }
    /// `.sync` was asked for.
    public var isSync: Bool { call.pointee.flags & UInt32(NEWEL_INV_SYNC) != 0 }
    /// A trial before the handler is put to use: change nothing.
    public var isProbe: Bool { call.pointee.flags & UInt32(NEWEL_INV_PROBE) != 0 }
    /// When the host gives up, in milliseconds since 1970.
    public var deadlineMilliseconds: Int64 { call.pointee.deadline_unix_ms }
    /// Time left, in nanoseconds.
    public var remainingNanoseconds: Int64 { host.pointee.remaining_ns(host.pointee.ctx, handle) }
    /// The host has asked for the end.
    public var isCancelled: Bool { host.pointee.cancelled(host.pointee.ctx, handle) != 0 }
    /// Now, in nanoseconds since 1970.
    public var nowNanoseconds: Int64 { host.pointee.clock_unix_ns(host.pointee.ctx) }

    /// A setting of the function: one of its environment variables.
    public func setting(_ key: String) -> String? {
        var found = newel_bytes()
        let status = withBytes(key) { host.pointee.config_get(host.pointee.ctx, $0, &found) }
        return status == newel_status(NEWEL_OK) ? found.text : nil
    }

    /// Ends the call with the JSON text of its result.
    ///
    /// - Returns: `false` when it had ended already, or the text was refused as too large.
    @discardableResult
    public func succeed(_ json: [UInt8]) -> Bool {
        json.withUnsafeBytes { host.pointee.complete(host.pointee.ctx, handle, newel_bytes($0)) }
            == newel_status(NEWEL_OK)
    }

    /// Ends the call with an error.
    ///
    /// - Returns: `false` when it had ended already.
    @discardableResult
    public func fail(_ error: PluginError) -> Bool {
        error.withCValue { host.pointee.fail(host.pointee.ctx, handle, $0) } == newel_status(NEWEL_OK)
    }

    /// Adds to the result piece by piece; then `succeed` with no bytes.
    ///
    /// - Returns: `false` when the call has ended.
    public func write(_ chunk: [UInt8]) -> Bool {
        chunk.withUnsafeBytes { host.pointee.write_chunk(host.pointee.ctx, handle, newel_bytes($0)) }
            == newel_status(NEWEL_OK)
    }

    /// Writes a line to the function's log.
    ///
    /// - Parameters:
    ///   - level: How much it matters.
    ///   - message: For people.
    ///   - fields: A JSON object with further facts, or empty.
    public func log(_ level: LogLevel = .info, _ message: String, fields: String = "") {
        withBytes(message) { message in
            withBytes(fields) { host.pointee.log(host.pointee.ctx, handle, level.rawValue, message, $0) }
        }
    }

    /// Tells a task that waits for its token that work goes on.
    public func heartbeat() { _ = host.pointee.heartbeat(host.pointee.ctx, handle) }
}

/// How much a log line matters; raw values are the C interface's.
public enum LogLevel: Int32, Sendable {
    case trace, debug, info, warning, error, fatal
}
