import CNewelSpawn
import PluginRuntime

/// Turns what a handler does with one call into frames.
struct WorkerCallSink: CallSink {
    let port: WorkerPort
    /// The host's number of the call; 0 outside of calls.
    let hostCall: UInt64

    func end(_ call: Call, _ answer: CallAnswer) {
        // What the handler printed must be in the pipe before its answer, or it would count to the next call.
        newel_flush_stdout()
        switch answer {
        case .success(let bytes):
            if bytes.count >= SharedPayloads.bytesMin, port.sendShared(bytes, hostCall) { return }
            var frame = FrameWriter(.succeeded, call: hostCall, reserving: 8)
            frame.append(newel_memory_peak())
            port.answer(frame.finish(following: bytes.count), following: bytes)
        case .failure(let type, let message, let stackJSON):
            var frame = FrameWriter(.failed, call: hostCall)
            frame.append(newel_memory_peak())
            frame.append(UnsafeRawBufferPointer(rebasing: type.prefix(Self.textBytesMax)))
            frame.append(UnsafeRawBufferPointer(rebasing: message.prefix(Self.textBytesMax)))
            frame.append(UnsafeRawBufferPointer(rebasing: stackJSON.prefix(Self.textBytesMax)))
            port.answer(frame.finish())
        }
    }

    func append(_ call: Call, chunk: UnsafeRawBufferPointer) {
        var frame = FrameWriter(.chunk, call: hostCall, reserving: 0)
        port.answer(frame.finish(following: chunk.count), following: chunk)
    }

    func log(_ call: Call?, level: Int32, message: UnsafeRawBufferPointer, fields: UnsafeRawBufferPointer) {
        var frame = FrameWriter(.log, call: hostCall)
        frame.append(level)
        frame.append(UnsafeRawBufferPointer(rebasing: message.prefix(Self.textBytesMax)))
        frame.append(UnsafeRawBufferPointer(rebasing: fields.prefix(Self.textBytesMax)))
        newel_flush_stdout()
        port.answer(frame.finish())
    }

    func heartbeat(_ call: Call) {
        var frame = FrameWriter(.heartbeat, call: hostCall)
        port.sendControl(frame.finish())
    }

    func request(_ call: Call, _ request: APIRequest) -> Bool {
        var frame = FrameWriter(.apiRequest, call: hostCall, reserving: request.json.count + 128)
        frame.append(request.id)
        frame.append(UInt64(request.ordinal))
        frame.append(request.service)
        frame.append(request.action)
        frame.append(request.json)
        port.sendControl(frame.finish())
        return true
    }

    func released(_ call: Call) {}

    /// Error texts and log lines are cut here.
    private static let textBytesMax = 256 << 10
}
