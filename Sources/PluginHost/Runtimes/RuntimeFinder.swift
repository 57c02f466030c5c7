import CNewelSpawn
import Glibc
import PluginRuntime
import Synchronization

/// Finds on this machine what runs functions of a language: an interpreter together with its runtime interface client.
package final class RuntimeFinder: Sendable {
    private let workerExecutable: String
    private let environment: [String: String]
    private let found = Mutex<[String: RuntimeProgram]>([:])

    /// - Parameters:
    ///   - workerExecutable: What starts an interpreter that is tried out.
    ///   - environment: PATH and the variables that name an interpreter; `nil`: this process's own.
    package init(workerExecutable: String, environment: [String: String]? = nil) {
        self.workerExecutable = workerExecutable
        let names = ["PATH"] + ManagedRuntime.Language.allCases.map(\.variable)
        self.environment =
            environment
            ?? Dictionary(
                uniqueKeysWithValues: names.compactMap { name in getenv(name).map { (name, String(cString: $0)) } })
    }

    /// The words that start the program which runs such functions; the handler's name follows. Blocks, the first time, for an interpreter.
    ///
    /// - Throws: What is missing and how to get it; it is looked for again the next time.
    package func words(for runtime: ManagedRuntime) throws(PackageProblem) -> [String] { try find(runtime).words }

    /// The same with what the program reads.
    func find(_ runtime: ManagedRuntime) throws(PackageProblem) -> RuntimeProgram {
        if let known = found.withLock({ $0[runtime.name] }) { return known }
        let program =
            switch runtime.language {
            case .python: python(runtime)
            case .node: node()
            }
        guard let program else {
            throw PackageProblem(
                .noRuntime, "Nothing here runs functions of the runtime \(runtime.name). \(runtime.language.advice)")
        }
        found.withLock { $0[runtime.name] = program }
        return program
    }

    /// A python3 that has the client: the one that was named, or the first of PATH, the wanted version before others.
    private func python(_ runtime: ManagedRuntime) -> RuntimeProgram? {
        let candidates = named(.python).map { [$0] } ?? [runtime.name, "python3", "python"].compactMap(onPath)
        let question = "import awslambdaric, sys; print(sys.prefix); print(sys.base_prefix)"
        for candidate in candidates {
            guard let said = output(of: [candidate, "-c", question]) else { continue }
            return RuntimeProgram(
                words: [candidate, "-m", "awslambdaric"], folders: said.split(separator: "\n").map(String.init))
        }
        return nil
    }

    /// Node with the client's script, which is found as the command it installs.
    private func node() -> RuntimeProgram? {
        guard let node = onPath("node"), let client = named(.node) ?? onPath("aws-lambda-ric") else { return nil }
        // The command is a link to the script, in the folder `bin` of the client.
        guard let script = Self.resolved(client) else { return nil }
        let installed = [Self.resolved(node) ?? node, script].map { Self.folder(of: Self.folder(of: $0)) }
        return RuntimeProgram(words: [node, script], folders: installed.filter { $0 != "/" })
    }

    private static func resolved(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "/"
    }

    private func named(_ language: ManagedRuntime.Language) -> String? {
        environment[language.variable].flatMap { $0.isEmpty ? nil : $0 }
    }

    private func onPath(_ name: String) -> String? {
        let folders = (environment["PATH"] ?? "").split(separator: ":")
        return folders.lazy.map { "\($0)/\(name)" }.first { Files.isExecutable($0) }
    }

    /// What a program prints that ends well; `nil` when it does not.
    private func output(of command: [String]) -> String? {
        let recipe = WorkerRecipe(
            executable: workerExecutable, library: "", handler: "", environment: [:], functionName: "", version: "",
            region: "", timeoutSeconds: 0, memoryMB: 0, workersMax: 1)
        guard let child = try? ChildProcess.spawn(workerExecutable, environment: recipe.processEnvironment()) else {
            return nil  // without a worker nothing runs at all, and that is said elsewhere
        }
        var order = LoadOrder(library: "", handler: "", settings: [:])
        (order.command, order.folder) = (command, "/")
        let frame = order.frame
        _ = frame.withUnsafeBytes { newel_write_pair(child.calls, $0.baseAddress, $0.count, nil, 0) }
        let hasEnded = waitForEnd(of: child)
        child.terminate()
        let said = [UInt8](unsafeUninitializedCapacity: 16 << 10) { buffer, count in
            count = max(0, read(child.output, buffer.baseAddress, buffer.count))
        }
        return child.reap().isEmpty && hasEnded ? String(decoding: said, as: UTF8.self) : nil
    }

    /// Whether it ends by itself, in time. Blocks.
    private func waitForEnd(of child: ChildProcess) -> Bool {
        let until = Clocks.monotonicNanoseconds + Self.patience.nanoseconds
        var polled = [
            pollfd(fd: child.pidDescriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: child.answers, events: Int16(POLLIN), revents: 0),
        ]
        while polled[0].revents == 0 {
            let left = (until - Clocks.monotonicNanoseconds) / 1_000_000
            guard left > 0 else { return false }
            guard poll(&polled, 2, Int32(clamping: left)) > 0, polled[1].revents != 0 else { continue }
            // A worker that cannot become the program says so; one that has become it has closed its end.
            var byte: UInt8 = 0
            guard read(child.answers, &byte, 1) <= 0 else { return false }
            polled[1].fd = -1
            polled[1].revents = 0
        }
        return true
    }

    /// What an interpreter may take to load the client; it reads a hundred files, maybe for the first time.
    private static let patience = Duration.seconds(20)
}
