import CNewelPlugin
import CNewelSpawn
import Glibc
import PluginRuntime

/// The thread that reads the control socket: cancel requests and the answers of actions.
final class ControlThread: @unchecked Sendable {
    // Sendable: handed once from the thread that makes it to the one that runs it.
    private let calls: CallTable
    private let lastCancel: LastCancel
    private let interface: HostInterface
    private let receiver = FrameReceiver(Int32(NEWEL_WORKER_CONTROL_FD))

    private init(calls: CallTable, lastCancel: LastCancel, interface: HostInterface) {
        self.calls = calls
        self.lastCancel = lastCancel
        self.interface = interface
    }

    /// Starts it; it ends with the process.
    static func start(calls: CallTable, lastCancel: LastCancel, interface: HostInterface) {
        let reader = Unmanaged.passRetained(
            ControlThread(calls: calls, lastCancel: lastCancel, interface: interface))
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<ControlThread>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            }, reader.toOpaque())
        guard status == 0 else { exit(71) }
        pthread_detach(thread)
    }

    private func run() {
        repeat { waitForBytes() } while receiver.receive({ header, body in serve(header, body) }) == .received
    }

    /// Blocks until there is something to read, or nothing will come any more.
    ///
    /// Not in `read`: the kernel wakes who waits there also when the host has read what was sent to it, that is once for every frame.
    private func waitForBytes() {
        var readable = pollfd(fd: Int32(NEWEL_WORKER_CONTROL_FD), events: Int16(POLLIN), revents: 0)
        while poll(&readable, 1, -1) < 0 && errno == EINTR {}
    }

    private func serve(_ header: FrameHeader, _ body: UnsafeRawBufferPointer) {
        var reader = FrameReader(body)
        switch FrameKind(rawValue: header.kind) {
        case .cancel:
            guard let reason: Int32 = reader.number() else { return }
            lastCancel.note(header.call, reason)
            for call in calls.openCalls where (call.sink as? WorkerCallSink)?.hostCall == header.call {
                call.cancel(reason)
            }
        case .apiAnswer: deliver(&reader)
        default: return
        }
    }

    private func deliver(_ reader: inout FrameReader) {
        guard let id: UInt64 = reader.number(), let status: newel_status = reader.number() else { return }
        if status == newel_status(NEWEL_OK) {
            guard let json = reader.slice() else { return }
            return interface.deliver(id, status, json: json, error: nil)
        }
        guard let type = reader.slice(), let message = reader.slice(), let facts = reader.slice() else { return }
        var error = newel_error(
            size: UInt32(MemoryLayout<newel_error>.size), flags: 0, type: newel_bytes(type),
            message: newel_bytes(message),
            stack_json: newel_bytes(facts))
        interface.deliver(id, status, json: UnsafeRawBufferPointer(start: nil, count: 0), error: &error)
    }
}
