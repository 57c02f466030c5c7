import CNewelSpawn
import Glibc
import PluginRuntime
import ResourceNames

/// Tries libraries out in processes of their own: even reading a descriptor runs the library's code.
struct PluginDescriber: Sendable {
    let workerExecutable: String
    /// Where its workers have their folders.
    let scratchRoot: String
    let limits: PluginHostLimits
    private let finder: RuntimeFinder

    /// Tries them out with an executable of ours.
    ///
    /// - Parameter scratchRoot: `nil`: the folder for temporary files.
    init(workerExecutable: String, scratchRoot: String? = nil, limits: PluginHostLimits) {
        (self.workerExecutable, self.limits) = (workerExecutable, limits)
        self.scratchRoot = scratchRoot ?? getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        finder = RuntimeFinder(workerExecutable: workerExecutable)
    }

    /// A bare library's description. Blocks, at most for the limit on a handler's start.
    func describe(_ library: String) throws(PackageProblem) -> PluginDescription {
        var frame = FrameWriter(.describe)
        let library = Files.absolute(library)
        frame.appendRaw { $0.append(contentsOf: library.utf8) }
        return try ask(recipe(library, HandlerSettings(), handler: "", name: ""), frame.finish()) { kind, body in
            kind == .description ? PluginDescription(frame: body) : nil
        }
    }

    /// Lets a handler come up, as it would before its first call, and go again. Blocks likewise.
    ///
    /// - Throws: when it does not.
    func bringUp(_ entry: StoredPackage.Entry, of package: StoredPackage) throws(PackageProblem) {
        let recipe = recipe(of: entry, package)
        var order = LoadOrder(
            library: recipe.library, handler: recipe.handler, settings: recipe.environment, native: recipe.native)
        if let bootstrap = recipe.bootstrap {
            order.command = try bootstrap.program(handler: entry.handler, finder: finder).words
            order.folder = bootstrap.taskRoot
        }
        try ask(recipe, order.frame) { kind, _ in kind == .ready ? () : nil }
    }

    /// Makes the call a handler's manifest asks for before it is put to use. Blocks likewise.
    ///
    /// - Throws: when it fails or is late.
    func probe(_ entry: StoredPackage.Entry, of package: StoredPackage) throws(PackageProblem) {
        guard let probe = entry.settings.probe else { return }
        try ProbeRun(recipe: recipe(of: entry, package), scratchRoot: scratchRoot, limits: limits, finder: finder)
            .run(probe)
    }

    /// How an entry of a package is run.
    private func recipe(of entry: StoredPackage.Entry, _ package: StoredPackage) -> WorkerRecipe {
        var recipe = recipe(package.library(of: entry), entry.settings, handler: entry.handler, name: entry.name)
        recipe.native = entry.native?.declaration
        recipe.layers = package.layers
        recipe.bootstrap = package.bootstrap?.serving(
            entry.name, in: Territory(account: "000000000000", region: "us-east-1"), endpoint: "")
        return recipe
    }

    private func recipe(_ library: String, _ settings: HandlerSettings, handler: String, name: String) -> WorkerRecipe {
        WorkerRecipe(
            executable: workerExecutable, library: library, handler: handler, environment: settings.environment,
            functionName: name, version: "", region: "",
            timeoutSeconds: settings.timeoutSeconds ?? limits.timeoutSeconds, memoryMB: settings.memoryMB,
            workersMax: 1,
            sandbox: settings.sandbox)
    }

    /// Starts a worker, sends it a frame and takes its answer.
    ///
    /// - Parameter read: Takes the frame that is the answer; `nil` for any other.
    private func ask<Answer>(
        _ recipe: WorkerRecipe, _ frame: [UInt8], _ read: (FrameKind, UnsafeRawBufferPointer) -> Answer?
    ) throws(PackageProblem) -> Answer {
        let child: ChildProcess
        let scratch: ScratchFolder
        do {
            scratch = try ScratchFolder(in: scratchRoot)
            child = try ChildProcess.spawn(recipe, scratch, finder: finder)
        } catch {
            throw PackageProblem(.notDescribable, error.message)
        }
        defer { scratch.remove() }
        let memoryMax = Int64(recipe.memoryMB + limits.memoryBaseMB) << 20
        let answer = converse(child, recipe.confinement(scratch, program: child.program).frame + frame, memoryMax, read)
        child.terminate()
        let end = child.reap()
        switch answer {
        case .success(let answer): return answer
        case .failure(let failure): throw PackageProblem(.notDescribable, failure.message)
        case nil:
            throw PackageProblem(
                .notDescribable, "the library does not come up: \(end.isEmpty ? "it ends its process" : end)")
        }
    }

    /// `nil` when the process goes without an answer.
    private func converse<Answer>(
        _ child: ChildProcess, _ frame: [UInt8], _ memoryMax: Int64,
        _ take: (FrameKind, UnsafeRawBufferPointer) -> Answer?
    ) -> Result<Answer, LoadFailure>? {
        guard
            frame.withUnsafeBytes({ newel_write_pair(child.calls, $0.baseAddress, $0.count, nil, 0) })
                == frame.count
        else {
            return nil
        }
        let receiver = FrameReceiver(child.answers)
        let until = Clocks.monotonicNanoseconds + limits.initTime.nanoseconds
        var answer: Result<Answer, LoadFailure>?
        var printed = [UInt8](repeating: 0, count: 4_096)
        var isOutputClosed = false
        while answer == nil {
            let left = (until - Clocks.monotonicNanoseconds) / 1_000_000
            var polled = [
                pollfd(fd: child.answers, events: Int16(POLLIN), revents: 0),
                pollfd(fd: isOutputClosed ? -1 : child.output, events: Int16(POLLIN), revents: 0),
            ]
            guard left > 0 else { return .failure(LoadFailure(.startFailed, "the library does not come up in time")) }
            guard child.memoryUsed <= memoryMax else {
                return .failure(LoadFailure(.startFailed, "the library takes more memory than its function has"))
            }
            guard poll(&polled, 2, Int32(clamping: min(left, 20))) > 0 else { continue }
            // What it prints is of no interest, but it must not wait for a reader.
            if polled[1].revents != 0 { isOutputClosed = read(child.output, &printed, printed.count) == 0 }
            guard polled[0].revents != 0 else { continue }
            let status = receiver.receive { header, body in
                guard let kind = FrameKind(rawValue: header.kind), answer == nil else { return }
                answer =
                    if let taken = take(kind, body) { .success(taken) } else if kind == .unusable {
                        .failure(Self.failure(body))
                    } else { nil }
            }
            if status == .garbled, answer == nil {
                return .failure(LoadFailure(.startFailed, "the library writes where its worker answers"))
            }
            guard status == .received || status == .empty else { return answer }
        }
        return answer
    }

    private static func failure(_ body: UnsafeRawBufferPointer) -> LoadFailure {
        var reader = FrameReader(body)
        let code = reader.number(UInt32.self).flatMap(LoadFailure.Code.init(rawValue:)) ?? .badDescriptor
        let type = reader.text() ?? ""
        return LoadFailure(code, reader.text() ?? "the library says nothing of itself", type: type)
    }
}
