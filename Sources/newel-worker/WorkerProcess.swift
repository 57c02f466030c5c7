import CNewelPlugin
import CNewelSpawn
import Glibc
import PluginRuntime

/// The life of a worker: load one handler, serve its calls one after the other, leave.
///
/// The main thread reads the calls and runs the handler; a second thread reads the control socket.
final class WorkerProcess {
    private let port = WorkerPort()
    private let calls = CallTable()
    private let lastCancel = LastCancel()
    private let receiver = FrameReceiver(Int32(NEWEL_WORKER_CALLS_FD))
    private var instance: HandlerInstance?
    private var isConfined = false

    /// Serves until the host is gone or says so.
    func run() {
        let parent = getenv("NEWEL_HOST_PID").flatMap { pid_t(String(cString: $0)) } ?? getppid()
        unsetenv("NEWEL_HOST_PID")
        guard newel_confine(parent, 256) == 0 else { return }
        while receiver.receive({ header, body in serve(header, body) }) == .received {}
    }

    private func serve(_ header: FrameHeader, _ body: UnsafeRawBufferPointer) {
        switch FrameKind(rawValue: header.kind) {
        case .invoke: invoke(header.call, body)
        case .invokeShared:
            var reader = FrameReader(body)
            guard let count: UInt64 = reader.number(), let image = port.sharedPayloads?.take(count) else { exit(70) }
            invoke(header.call, image)
        case .load: load(body)
        case .describe: describe(body)
        case .confine: confine(body)
        case .quit:
            instance?.destroy()
            exit(0)
        default: exit(70)
        }
    }

    private func invoke(_ hostCall: UInt64, _ body: UnsafeRawBufferPointer) {
        guard let instance, let memory = malloc(body.count) else { exit(70) }
        let image = UnsafeMutableRawBufferPointer(start: memory, count: body.count)
        image.copyMemory(from: body)
        guard let call = calls.open(image, sink: WorkerCallSink(port: port, hostCall: hostCall)) else { exit(70) }
        if let reason = lastCancel.reason(of: hostCall) { call.cancel(reason) }
        instance.invoke(call)
    }

    /// For those that were not told to confine themselves.
    private func giveUpPrivileges() {
        if !isConfined { newel_drop_privileges(1) }
    }

    private func confine(_ body: UnsafeRawBufferPointer) {
        guard let order = ConfinementOrder(body) else { exit(70) }
        isConfined = true
        guard let failure = Confinement.apply(order) else { return }
        var text = "The sandbox of this worker cannot be set up: \(failure)\n"
        text.withUTF8 { _ = write(2, $0.baseAddress, $0.count) }
        exit(72)
    }

    private func load(_ body: UnsafeRawBufferPointer) {
        giveUpPrivileges()
        do throws(LoadFailure) {
            guard let order = LoadOrder(body) else { exit(70) }
            guard order.command.isEmpty else { throw Bootstrap.become(order.command, in: order.folder) }
            let (description, handler) = try Self.handler(of: order)
            let interface = HostInterface(
                calls: calls, settings: order.settings, defaultSink: WorkerCallSink(port: port, hostCall: 0),
                preparesEffects: false)
            ControlThread.start(calls: calls, lastCancel: lastCancel, interface: interface)
            instance = try HandlerInstance(description, handler, interface: interface)
            var frame = FrameWriter(.ready)
            frame.append(description.flags)
            port.answer(frame.finish())
        } catch {
            refuse(error)
        }
    }

    private static func handler(
        of order: LoadOrder
    ) throws(LoadFailure) -> (HandlerDescription, UnsafePointer<newel_handler>) {
        if let native = try NativeLoader.handler(of: order) { return native }
        return try PluginLibrary.load(order.library).handler(named: order.handler)
    }

    private func describe(_ body: UnsafeRawBufferPointer) {
        giveUpPrivileges()
        do {
            port.answer(try PluginLibrary.load(String(decoding: body, as: UTF8.self)).description.frame)
        } catch {
            refuse(error)
        }
    }

    private func refuse(_ failure: LoadFailure) {
        var frame = FrameWriter(.unusable)
        frame.append(failure.code.rawValue)
        frame.append(failure.type)
        frame.append(failure.message)
        newel_flush_stdout()
        port.answer(frame.finish())
    }
}
