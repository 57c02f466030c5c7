import CNewelPlugin
import Glibc
import Synchronization

/// The `newel_host` one handler instance is given, and what stands behind its functions.
///
/// The C functions are in `HostFunctions`; they find this object through the structure's `ctx`.
package final class HostInterface: @unchecked Sendable {
    // Sendable: the C structure is written by `init` alone; the rest is locked or atomic.

    /// What the handler reads. Lives as long as this object.
    package let host: UnsafePointer<newel_host>
    let calls: CallTable
    let preparesEffects: Bool
    /// Nanoseconds since 1970, as the handler is told.
    let wallClock: @Sendable () -> Int64
    private let defaultSink: any CallSink
    private let settings: [String: UnsafeMutableBufferPointer<UInt8>]
    private let pending = Mutex<[UInt64: PendingRequest]>([:])

    /// Makes the functions.
    ///
    /// - Parameters:
    ///   - settings: What `config_get` finds.
    ///   - defaultSink: Takes log lines that belong to no call.
    ///   - preparesEffects: Offer the store-effect extension.
    ///   - wallClock: Nanoseconds since 1970.
    package init(
        calls: CallTable, settings: [String: String], defaultSink: any CallSink, preparesEffects: Bool,
        wallClock: @escaping @Sendable () -> Int64 = { Clocks.unixNanoseconds }
    ) {
        self.wallClock = wallClock
        self.calls = calls
        self.preparesEffects = preparesEffects
        self.defaultSink = defaultSink
        self.settings = settings.mapValues { text in
            let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
            _ = copy.initialize(from: text.utf8)
            return copy
        }
        let memory = UnsafeMutablePointer<newel_host>.allocate(capacity: 1)
        host = UnsafePointer(memory)
        memory.initialize(to: HostFunctions.table(context: Unmanaged.passUnretained(self).toOpaque()))
    }

    deinit {
        for buffer in settings.values { buffer.deallocate() }
        UnsafeMutablePointer(mutating: host).deallocate()
    }

    /// The value of a setting, where it lies.
    func setting(_ key: String) -> newel_bytes? {
        settings[key].map { newel_bytes(UnsafeRawBufferPointer($0)) }
    }

    /// Sends a log line on.
    func log(_ handle: newel_call, _ level: Int32, _ message: newel_bytes, _ fields: newel_bytes) {
        let call = calls.find(handle)
        (call?.sink ?? defaultSink).log(call, level: level, message: message.buffer, fields: fields.buffer)
    }

    /// Ends a call, unless it has ended; whatever comes of it, it is the handler's attempt.
    func answer(_ handle: newel_call, _ answer: CallAnswer) -> newel_status {
        guard let call = calls.find(handle) else { return newel_status(NEWEL_E_GONE) }
        defer { letGo(call, .answer) }
        if case .success(let bytes) = answer {
            if call.hasChunks.load(ordering: .acquiring), bytes.count > 0 { return newel_status(NEWEL_E_STATE) }
            if bytes.count > RuntimeLimits.responseBytesMax {
                guard call.end() else { return newel_status(NEWEL_E_GONE) }
                CallAnswer.withFailure(
                    type: "Function.ResponseSizeTooLarge",
                    message:
                        "Response payload size exceeded maximum allowed payload size (\(RuntimeLimits.responseBytesMax) bytes)."
                ) { call.sink.end(call, $0) }
                return newel_status(NEWEL_E_TOO_LARGE)
            }
        }
        guard call.end() else { return newel_status(NEWEL_E_GONE) }
        call.sink.end(call, answer)
        return newel_status(NEWEL_OK)
    }

    /// Starts an action for a call.
    func request(
        _ handle: newel_call, _ service: newel_bytes, _ action: newel_bytes, _ json: newel_bytes, isPreparing: Bool,
        _ done: newel_api_done?, _ user: UnsafeMutableRawPointer?
    ) -> newel_status {
        guard let done, service.len > 0, action.len > 0 else { return newel_status(NEWEL_E_INVALID) }
        guard json.len <= UInt64(RuntimeLimits.responseBytesMax) else { return newel_status(NEWEL_E_TOO_LARGE) }
        guard let call = calls.find(handle), !call.hasEnded else { return newel_status(NEWEL_E_GONE) }
        let id = Self.ids.add(1, ordering: .relaxed).newValue
        let hasRoom = pending.withLock { pending in
            guard pending.count < RuntimeLimits.requestsMax else { return false }
            pending[id] = PendingRequest(call: call, done: done, user: user)
            return true
        }
        guard hasRoom else { return newel_status(NEWEL_E_STATE) }
        let request = APIRequest(
            id: id, ordinal: call.nextOrdinal(), service: service.buffer, action: action.buffer, json: json.buffer,
            isPreparing: isPreparing)
        if call.sink.request(call, request) { return newel_status(NEWEL_OK) }
        _ = pending.withLock { $0.removeValue(forKey: id) }
        return newel_status(NEWEL_E_INTERNAL)
    }

    /// Hands the answer of an action to the handler; after the call's end it gets `NEWEL_E_GONE` instead.
    package func deliver(
        _ id: UInt64, _ status: newel_status, json: UnsafeRawBufferPointer, error: UnsafePointer<newel_error>?
    ) {
        guard let request = pending.withLock({ $0.removeValue(forKey: id) }) else { return }
        if request.call.hasEnded {
            request.done(request.user, newel_status(NEWEL_E_GONE), newel_bytes(), nil)
        } else {
            request.done(request.user, status, newel_bytes(json), error)
        }
    }

    /// Answers whatever is still open with `NEWEL_E_GONE`; before the instance is destroyed.
    package func abandonRequests() {
        let open = pending.withLock { pending in
            defer { pending = [:] }
            return pending.values
        }
        for request in open { request.done(request.user, newel_status(NEWEL_E_GONE), newel_bytes(), nil) }
    }

    /// Notes that invoke or the handler's answer is behind us.
    func letGo(_ call: Call, _ hold: Call.Hold) {
        guard call.letGo(hold) else { return }
        calls.close(call)
        // An attempt that was refused was the last one: nobody can answer any more.
        if call.end() {
            CallAnswer.withFailure(type: "HandlerFailed", message: "The handler's answer was refused") {
                call.sink.end(call, $0)
            }
        }
        call.sink.released(call)
    }

    /// Ids of requests are unique in the process, so that an answer finds its interface by id alone.
    private static let ids = Atomic<UInt64>(0)

    private struct PendingRequest: @unchecked Sendable {
        // Sendable: `user` is the handler's own and only handed back.
        let call: Call
        let done: newel_api_done
        let user: UnsafeMutableRawPointer?
    }
}
