import CNewelSpawn
import Glibc
import PluginRuntime

/// Asks a bare library what it offers, in a process of its own: even reading a descriptor runs the library's code.
struct PluginDescriber: Sendable {
    let workerExecutable: String
    let limits: PluginHostLimits

    /// The library's description. Blocks, at most for the limit on a handler's start.
    func describe(_ library: String) throws(PackageProblem) -> PluginDescription {
        let recipe = WorkerRecipe(
            executable: workerExecutable, library: library, handler: "", environment: [:], functionName: "",
            version: "", region: "",
            timeoutSeconds: 1, memoryMB: 128, workersMax: 1)
        let child: ChildProcess
        do { child = try ChildProcess.spawn(workerExecutable, environment: recipe.processEnvironment) } catch {
            throw PackageProblem(.notDescribable, error.message)
        }
        let answer = ask(child, library)
        child.terminate()
        let end = child.reap()
        switch answer {
        case .success(let description): return description
        case .failure(let failure): throw PackageProblem(.notDescribable, failure.message)
        case nil:
            throw PackageProblem(
                .notDescribable, "the library does not come up: \(end.isEmpty ? "it ends its process" : end)")
        }
    }

    private func ask(_ child: ChildProcess, _ library: String) -> Result<PluginDescription, LoadFailure>? {
        var frame = FrameWriter(.describe)
        frame.appendRaw { $0.append(contentsOf: library.utf8) }
        let bytes = frame.finish()
        guard
            bytes.withUnsafeBytes({ newel_send_pair(child.calls, $0.baseAddress, $0.count, nil, 0, nonBlocking) })
                == bytes.count
        else {
            return nil
        }
        let receiver = FrameReceiver(socket: child.calls)
        let until = Clocks.monotonicNanoseconds + limits.initTime.nanoseconds
        var answer: Result<PluginDescription, LoadFailure>?
        while answer == nil {
            let left = (until - Clocks.monotonicNanoseconds) / 1_000_000
            var polled = pollfd(fd: child.calls, events: Int16(POLLIN), revents: 0)
            guard left > 0 else { return .failure(LoadFailure(.startFailed, "the library does not come up in time")) }
            guard poll(&polled, 1, Int32(clamping: left)) > 0 else { continue }
            let status = receiver.receive(flags: nonBlocking) { header, body in answer = Self.read(header, body) }
            guard status == .received || status == .empty else { return answer }
        }
        return answer
    }

    private static func read(_ header: FrameHeader, _ body: UnsafeRawBufferPointer) -> Result<
        PluginDescription, LoadFailure
    > {
        if FrameKind(rawValue: header.kind) == .description, let description = PluginDescription(frame: body) {
            return .success(description)
        }
        var reader = FrameReader(body)
        let code = reader.number(UInt32.self).flatMap(LoadFailure.Code.init(rawValue:)) ?? .badDescriptor
        let type = reader.text() ?? ""
        return .failure(LoadFailure(code, reader.text() ?? "the library gives no description", type: type))
    }
}
