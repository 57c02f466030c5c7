import CNewelPlugin
import HandlerContract
import PluginRuntime
import Synchronization

// What a worker says. Everything is checked: the plugin shares the worker's descriptors and may write what it likes.
extension WorkerLoop {
    /// Acts on a frame of the pipe of answers; `body` is lent.
    func serve(_ header: FrameHeader, _ body: UnsafeRawBufferPointer) {
        switch FrameKind(rawValue: header.kind) {
        case .ready: ready()
        case .unusable: unusable(body)
        case .succeeded:
            endCall(header.call, body) { call, reader, memoryPeak in
                let result = reader.rest
                guard chunks.count + result.count <= RuntimeLimits.responseBytesMax else {
                    return call.finishTooLarge()
                }
                call.finish(
                    returning: chunks.isEmpty ? [UInt8](result) : chunks + result, memoryUsed: memoryPeak)
            }
        case .succeededShared: endSharedCall(header.call, body)
        case .failed:
            endCall(header.call, body) { call, reader, memoryPeak in
                var failure = HandlerFailure(
                    type: reader.text() ?? "Error", message: reader.text() ?? "", stackJSON: reader.text() ?? "")
                failure.document = reader.slice().map { [UInt8]($0) } ?? []
                call.finish(.functionError(failure), memoryUsed: memoryPeak)
            }
        case .chunk: append(header.call, body)
        case .log:
            var reader = FrameReader(body)
            guard let level: Int32 = reader.number(), let message = reader.slice(), let fields = reader.slice() else {
                return
            }
            drainOutput()
            (currentCall(header.call)?.log ?? lastLog)?.append(level: level, message: message, fields: fields)
        default: return
        }
    }

    /// Acts on a frame of the control socket; `body` is lent.
    func serveControl(_ header: FrameHeader, _ body: UnsafeRawBufferPointer) {
        switch FrameKind(rawValue: header.kind) {
        case .apiRequest: startAction(header.call, body)
        case .heartbeat:
            if let call = currentCall(header.call) { pool.bridge.heartbeat(of: call) }
        default: return
        }
    }

    private func startAction(_ number: UInt64, _ body: UnsafeRawBufferPointer) {
        var reader = FrameReader(body)
        guard let id: UInt64 = reader.number(), let ordinal: UInt64 = reader.number(), let service = reader.slice(),
            let action = reader.slice(), let json = reader.slice()
        else { return }
        guard let call = currentCall(number) else {
            return answer(id, .failure(code: "", message: "", status: 0, requestID: ""), isGone: true)
        }
        let isTooMuch = worker.state.withLock { state in
            state.openActions += 1
            return state.openActions > RuntimeLimits.requestsMax || state.unsentControl.count > Self.unsentBytesMax
        }
        guard !isTooMuch else {
            return leave(killingAt: 0) { call in
                call.finish(
                    failure: "Runtime.ExitError",
                    "Runtime exited with error: it asked for actions without taking their answers")
            }
        }
        let request = APIRequest(
            id: id, ordinal: Int(clamping: ordinal), service: service, action: action, json: json, isPreparing: false)
        pool.bridge.start(request, of: call) { [worker] in
            worker.state.withLock { $0.openActions -= 1 }
            Self.answer(worker, id, $0)
        }
    }

    /// Bytes of answers that may wait for a worker that does not read.
    private static let unsentBytesMax = 4 * RuntimeLimits.frameBytesMax

    private func answer(_ id: UInt64, _ answer: APIAnswer, isGone: Bool) {
        Self.answer(worker, id, answer, isGone: isGone)
    }

    /// Sends an action's answer to the worker. [any thread]
    private static func answer(_ worker: Worker, _ id: UInt64, _ answer: APIAnswer, isGone: Bool = false) {
        var frame = FrameWriter(.apiAnswer)
        frame.append(id)
        switch answer {
        case .success(let json, _):
            frame.append(newel_status(NEWEL_OK))
            json.withUnsafeBytes { frame.append($0) }
        case .failure(let code, let message, let status, let requestID):
            frame.append(newel_status(isGone ? NEWEL_E_GONE : NEWEL_E_INTERNAL))
            frame.append(code)
            frame.append(message)
            frame.append(APIAnswer.facts(status: status, requestID: requestID))
        }
        worker.sendControl(frame.finish())
    }

    private func ready() {
        let now = Clocks.monotonicNanoseconds
        let begun = worker.state.withLock { state -> (HandlerCall, Worker.Turn)? in
            guard case .starting(let call, _) = state.phase else { return nil }
            state.initNanoseconds = now - startedAt
            return (call, worker.take(call, now, &state))
        }
        guard let (call, turn) = begun else { return }
        // If the process is gone the loop will see it, and the call ends with it.
        _ = worker.send(call, turn, now, child)
        worker.watchCancel(of: call)
    }

    private func unusable(_ body: UnsafeRawBufferPointer) {
        var reader = FrameReader(body)
        let code = reader.number(UInt32.self).flatMap(LoadFailure.Code.init(rawValue:)) ?? .startFailed
        let type = reader.text() ?? ""
        let failure = LoadFailure(code, reader.text() ?? "", type: type)
        let document = reader.slice().map { [UInt8]($0) } ?? []
        drainOutput()
        leave(killingAt: 0) { call in
            guard !document.isEmpty else { return call.finish(failure: failure.errorType, failure.message) }
            var own = HandlerFailure(type: failure.errorType, message: failure.message)
            own.document = document
            call.finish(.functionError(own))
        }
    }

    private func append(_ number: UInt64, _ body: UnsafeRawBufferPointer) {
        guard let call = currentCall(number) else { return }
        if let stream = call.request.stream {
            guard stream.write([UInt8](body)) else { return leave(killingAt: 0) { $0.finishTooLarge() } }
            if stream.isFull { holdBack(for: stream) }
            return
        }
        guard chunks.count + body.count <= RuntimeLimits.responseBytesMax else {
            return leave(killingAt: 0) { $0.finishTooLarge() }
        }
        chunks.append(contentsOf: body)
    }

    private func currentCall(_ number: UInt64) -> HandlerCall? {
        worker.state.withLock { state in
            guard case .busy(let assignment) = state.phase, assignment.number == number else { return nil }
            return assignment.call
        }
    }

    /// Frees the worker, then hands the answer over: who waits for it finds the worker warm.
    private func endCall(
        _ number: UInt64, _ body: UnsafeRawBufferPointer, _ finish: (HandlerCall, inout FrameReader, Int64) -> Void
    ) {
        var reader = FrameReader(body)
        guard let told: UInt64 = reader.number() else { return }
        // As much as a pipe holds may be there, and it is this call's.
        for _ in 0..<8 where !drainOutput() { break }
        let ended = worker.state.withLock { state -> (HandlerCall, Int64)? in
            guard case .busy(let assignment) = state.phase, assignment.number == number else { return nil }
            state.phase = .idle(since: Clocks.monotonicNanoseconds)
            state.cancelReason = nil
            isFree = state.hasSentAll
            // A program that speaks the Runtime API does not tell.
            // Above the limit nothing is believed: the plugin can write here, too.
            let limit = Int64(pool.recipe.memoryMB + pool.limits.memoryBaseMB) << 20
            let used = told == 0 ? child.memoryUsed : min(Int64(clamping: told), limit)
            state.memoryPeak = max(state.memoryPeak, used)
            return (assignment.call, state.memoryPeak)
        }
        guard let (call, memoryPeak) = ended else { return }
        lastLog = call.log
        let isWanted = pool.takeBack(worker)
        finish(call, &reader, memoryPeak)
        chunks = []
        if !isWanted { retire() }
    }

    /// Ends a call whose result lies in the shared memory, as many bytes as the worker says.
    private func endSharedCall(_ number: UInt64, _ body: UnsafeRawBufferPointer) {
        var reader = FrameReader(body)
        guard let _: UInt64 = reader.number(), let count: UInt64 = reader.number(),
            let bytes = child.shared?.take(count)
        else { return child.terminate() }
        endCall(number, body) { call, _, memoryPeak in
            guard chunks.count + bytes.count <= RuntimeLimits.responseBytesMax else { return call.finishTooLarge() }
            call.finish(returning: chunks + bytes, memoryUsed: memoryPeak)
        }
    }
}
