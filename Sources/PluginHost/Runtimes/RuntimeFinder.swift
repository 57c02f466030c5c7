import CNewelSpawn
import Glibc
import PluginRuntime
import Synchronization

/// Finds on this machine what runs functions of a language: an interpreter together with its runtime interface client.
package final class RuntimeFinder: Sendable {
    private let workerExecutable: String
    private let environment: [String: String]
    private let found = Mutex<[String: [String]]>([:])

    /// - Parameters:
    ///   - workerExecutable: In whose confinement an interpreter is tried out.
    ///   - environment: PATH and the variables that name an interpreter; `nil`: this process's own.
    package init(workerExecutable: String, environment: [String: String]? = nil) {
        self.workerExecutable = workerExecutable
        let names = ["PATH"] + ManagedRuntime.Language.allCases.map(\.variable)
        self.environment =
            environment
            ?? Dictionary(
                uniqueKeysWithValues: names.compactMap { name in getenv(name).map { (name, String(cString: $0)) } })
    }

    /// The program that runs such functions, and its first arguments; the handler's name follows. Blocks, the first time, for an interpreter.
    ///
    /// - Throws: What is missing and how to get it; it is looked for again the next time.
    package func program(for runtime: ManagedRuntime) throws(PackageProblem) -> [String] {
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
    private func python(_ runtime: ManagedRuntime) -> [String]? {
        let candidates = named(.python).map { [$0] } ?? [runtime.name, "python3", "python"].compactMap(onPath)
        return candidates.first { runs([$0, "-c", "import awslambdaric"]) }.map { [$0, "-m", "awslambdaric"] }
    }

    /// Node with the client's script, which is found as the command it installs.
    private func node() -> [String]? {
        guard let node = onPath("node"), let client = named(.node) ?? onPath("aws-lambda-ric") else { return nil }
        // The command is a link to the script.
        guard let path = realpath(client, nil) else { return nil }
        defer { free(path) }
        return [node, String(cString: path)]
    }

    private func named(_ language: ManagedRuntime.Language) -> String? {
        environment[language.variable].flatMap { $0.isEmpty ? nil : $0 }
    }

    private func onPath(_ name: String) -> String? {
        let folders = (environment["PATH"] ?? "").split(separator: ":")
        return folders.lazy.map { "\($0)/\(name)" }.first { Files.isExecutable($0) }
    }

    /// Whether a program ends well, confined as a function is.
    private func runs(_ command: [String]) -> Bool {
        let recipe = WorkerRecipe(
            executable: workerExecutable, library: "", handler: "", environment: [:], functionName: "", version: "",
            region: "", timeoutSeconds: 0, memoryMB: 0, workersMax: 1)
        guard let child = try? ChildProcess.spawn(workerExecutable, environment: recipe.processEnvironment) else {
            return false  // without a worker nothing runs at all, and that is said elsewhere
        }
        var order = LoadOrder(library: "", handler: "", settings: [:])
        (order.command, order.folder) = (command, "/")
        let frame = order.frame
        _ = frame.withUnsafeBytes { newel_send_pair(child.calls, $0.baseAddress, $0.count, nil, 0, nonBlocking) }
        let hasEnded = waitForEnd(of: child)
        child.terminate()
        return child.reap().isEmpty && hasEnded
    }

    /// Whether it ends by itself, in time. Blocks.
    private func waitForEnd(of child: ChildProcess) -> Bool {
        let until = Clocks.monotonicNanoseconds + Self.patience.nanoseconds
        var polled = [
            pollfd(fd: child.pidDescriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: child.calls, events: Int16(POLLIN), revents: 0),
        ]
        while polled[0].revents == 0 {
            let left = (until - Clocks.monotonicNanoseconds) / 1_000_000
            guard left > 0 else { return false }
            guard poll(&polled, 2, Int32(clamping: left)) > 0, polled[1].revents != 0 else { continue }
            // A worker that cannot become the program says so on its socket; one that has become it has closed that.
            var byte: UInt8 = 0
            guard recv(child.calls, &byte, 1, nonBlocking) <= 0 else { return false }
            polled[1].fd = -1
            polled[1].revents = 0
        }
        return true
    }

    /// What an interpreter may take to load the client; it reads a hundred files, maybe for the first time.
    private static let patience = Duration.seconds(20)
}
