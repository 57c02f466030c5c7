import CNewelPlugin
import HandlerContract
import Platform
import PluginRuntime
import Synchronization

/// Where a call in the host leads: straight to its completion.
final class HostedCallSink: CallSink {
    private struct State {
        var chunks: [UInt8] = []
        var effects: [any PreparedEffect] = []
        var wasGivenUp = false
    }
    private let call: HandlerCall
    /// What is called.
    let handler: HostedHandler
    private let interface: HostInterface
    private let bridge: APIBridge
    private let threads: HostThreads
    private let state = Mutex(State())

    init(
        _ call: HandlerCall, of handler: HostedHandler, interface: HostInterface, bridge: APIBridge,
        threads: HostThreads
    ) {
        self.call = call
        self.handler = handler
        self.interface = interface
        self.bridge = bridge
        self.threads = threads
    }

    /// The host has ended the call without an answer.
    func givenUp() { state.withLock { $0.wasGivenUp = true } }

    func end(_ open: Call, _ answer: CallAnswer) {
        switch answer {
        case .success(let bytes):
            let (chunks, effects) = state.withLock { ($0.chunks, $0.effects) }
            call.finish(returning: chunks.isEmpty ? [UInt8](bytes) : chunks + bytes, effects: effects)
        case .failure(let type, let message, let stackJSON):
            // What it had prepared by then happens all the same, as calls that were made would have: some entries of
            // a batch may have been taken before another one was not.
            call.finish(
                .functionError(
                    HandlerFailure(
                        type: String(decoding: type, as: UTF8.self), message: String(decoding: message, as: UTF8.self),
                        stackJSON: String(decoding: stackJSON, as: UTF8.self))),
                effects: state.withLock { $0.effects })
        }
    }

    func append(_ open: Call, chunk: UnsafeRawBufferPointer) {
        let isTooLarge = call.request.stream.map { !write(chunk, to: $0) } ?? !keep(chunk)
        if isTooLarge, open.end() { call.finishTooLarge() }
    }

    /// Hands a piece on, and waits until there is room for the next.
    private func write(_ chunk: UnsafeRawBufferPointer, to stream: ResponseStream) -> Bool {
        guard stream.write([UInt8](chunk)) else { return false }
        guard stream.isFull else { return true }
        // The end of the call, also one that the host brings about, makes room.
        let gate = WaitLock()
        stream.whenRoom {
            gate.lock()
            gate.broadcast()
            gate.unlock()
        }
        gate.lock()
        while stream.isFull { gate.wait() }
        gate.unlock()
        return true
    }

    /// Adds a piece to the answer, if it is not too large.
    private func keep(_ chunk: UnsafeRawBufferPointer) -> Bool {
        state.withLock { state in
            guard state.chunks.count + chunk.count <= RuntimeLimits.responseBytesMax else { return false }
            state.chunks.append(contentsOf: chunk)
            return true
        }
    }

    func log(_ open: Call?, level: Int32, message: UnsafeRawBufferPointer, fields: UnsafeRawBufferPointer) {
        call.log.append(level: level, message: message, fields: fields)
    }

    func heartbeat(_ open: Call) { bridge.heartbeat(of: call) }

    func request(_ open: Call, _ request: APIRequest) -> Bool {
        let (id, isDirect) = (request.id, handler.description.isNonblocking)
        bridge.start(request, of: call) { [self] answer in
            if case .success(_, let effects) = answer, !effects.isEmpty { state.withLock { $0.effects += effects } }
            // A handler that says it never blocks gets its answer at once, any other on a thread it may block.
            if isDirect { deliver(id, answer) } else { threads.run { self.deliver(id, answer) } }
        }
        return true
    }

    func released(_ open: Call) {
        let wasGivenUp = state.withLock { $0.wasGivenUp }
        if wasGivenUp { handler.recovered() }
        handler.finished(open)
    }

    private func deliver(_ id: UInt64, _ answer: APIAnswer) {
        switch answer {
        case .success(let json, _):
            json.withUnsafeBytes { interface.deliver(id, newel_status(NEWEL_OK), json: $0, error: nil) }
        case .failure(let code, let message, let status, let requestID):
            withLentError(code: code, message: message, facts: APIAnswer.facts(status: status, requestID: requestID)) {
                interface.deliver(
                    id, newel_status(NEWEL_E_INTERNAL), json: UnsafeRawBufferPointer(start: nil, count: 0), error: $0)
            }
        }
    }

    private func withLentError(
        code: String, message: String, facts: String, _ body: (UnsafePointer<newel_error>) -> Void
    ) {
        var (code, message, facts) = (code, message, facts)
        code.withUTF8 { code in
            message.withUTF8 { message in
                facts.withUTF8 { facts in
                    var error = newel_error(
                        size: UInt32(MemoryLayout<newel_error>.size), flags: 0,
                        type: newel_bytes(UnsafeRawBufferPointer(code)),
                        message: newel_bytes(UnsafeRawBufferPointer(message)),
                        stack_json: newel_bytes(UnsafeRawBufferPointer(facts)))
                    body(&error)
                }
            }
        }
    }
}

/// Takes what a handler in the host logs outside of calls: nothing there has a function's log to go to.
struct SilentSink: CallSink {
    func end(_ call: Call, _ answer: CallAnswer) {}
    func append(_ call: Call, chunk: UnsafeRawBufferPointer) {}
    func log(_ call: Call?, level: Int32, message: UnsafeRawBufferPointer, fields: UnsafeRawBufferPointer) {}
    func heartbeat(_ call: Call) {}
    func request(_ call: Call, _ request: APIRequest) -> Bool { false }
    func released(_ call: Call) {}
}
