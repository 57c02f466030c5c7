import Platform
import PluginRuntime
import ResourceNames

/// How the program is started that runs a function over the Lambda Runtime API.
package struct BootstrapCommand: Sendable, Equatable {
    /// Which one.
    package var runtime: PackageRuntime
    /// The unpacked package, in the content store: `LAMBDA_TASK_ROOT`, where the program begins.
    package var taskRoot: String
    /// What the process finds in its environment beside the function's own variables and what every worker finds.
    package var environment: [String: String] = [:]

    /// A program for a package.
    package init(_ runtime: PackageRuntime, taskRoot: String) {
        self.runtime = runtime
        self.taskRoot = taskRoot
    }

    /// The same with what a function finds that asks AWS for something: this server, and credentials that stand for the function's account.
    ///
    /// Source: Lambda developer guide, "Defined runtime environment variables".
    func serving(_ function: String, in territory: Territory, endpoint: String) -> BootstrapCommand {
        var command = self
        command.environment = [
            "LAMBDA_TASK_ROOT": taskRoot, "LAMBDA_RUNTIME_DIR": taskRoot,
            "AWS_LAMBDA_LOG_GROUP_NAME": "/aws/lambda/\(function)", "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
            "AWS_ACCESS_KEY_ID": territory.account, "AWS_SECRET_ACCESS_KEY": "newel", "AWS_SESSION_TOKEN": "newel",
            // The names of hosts with a prefix (sync-127.0.0.1) do not resolve.
            "AWS_DISABLE_HOST_PREFIX_INJECTION": "true",
        ]
        if !endpoint.isEmpty { command.environment["AWS_ENDPOINT_URL"] = endpoint }
        if case .managed(let runtime) = runtime {
            command.environment["AWS_EXECUTION_ENV"] = "AWS_Lambda_\(runtime.name)"
            // What is in the content store stays as it is; on Lambda the folder is read-only.
            command.environment["PYTHONDONTWRITEBYTECODE"] = "1"
        }
        return command
    }

    /// The environment of one process: with a log stream of its own, named as Lambda names them.
    func processEnvironment(version: String) -> [String: String] {
        let now = Clocks.unixNanoseconds
        let day = Timestamp(milliseconds: now / 1_000_000).iso8601.prefix(10).split(separator: "-")
        let id = String(UInt64(bitPattern: now), radix: 16) + String(Clocks.monotonicNanoseconds, radix: 16)
        let stream = "\(day.joined(separator: "/"))/[\(version)]\(id)"
        return environment.merging(["AWS_LAMBDA_LOG_STREAM_NAME": stream]) { own, _ in own }
    }

    /// The program and its arguments. May block for a look at this machine.
    func words(handler: String, finder: RuntimeFinder) throws(PackageProblem) -> [String] {
        switch runtime {
        case .bootstrap(let path): ["\(taskRoot)/\(path)"]
        case .managed(let runtime): try finder.program(for: runtime) + [handler]
        }
    }
}

/// The folders of a package's layers, and what they add to where a process looks for things.
///
/// Lambda unpacks layers over each other into /opt, the later ones winning. Newel may not make that folder, so the layers stay where they
/// are, and the later ones come first in every list.
package enum Layers {
    /// Adds them to an environment; what is in the package itself comes before, what the machine has after them.
    ///
    /// Source: Lambda developer guide, "Defined runtime environment variables".
    static func add(_ layers: [String], taskRoot: String?, to environment: inout [String: String]) {
        let layers = Array(layers.reversed())
        let libraries = (taskRoot.map { [$0, "\($0)/lib"] } ?? []) + layers.map { "\($0)/lib" }
        join(libraries, before: true, "LD_LIBRARY_PATH", &environment)
        join(layers.map { "\($0)/bin" }, before: false, "PATH", &environment)
        join(layers.flatMap(pythonFolders), before: true, "PYTHONPATH", &environment)
        join(layers.map { "\($0)/nodejs/node_modules" }, before: true, "NODE_PATH", &environment)
    }

    private static func pythonFolders(_ layer: String) -> [String] {
        let versions = Folder.names(in: "\(layer)/python/lib").filter { $0.hasPrefix("python3") }
        return versions.map { "\(layer)/python/lib/\($0)/site-packages" } + ["\(layer)/python"]
    }

    private static func join(
        _ folders: [String], before: Bool, _ name: String, _ environment: inout [String: String]
    ) {
        guard !folders.isEmpty else { return }
        let known = environment[name].map { [$0] } ?? []
        environment[name] = (before ? folders + known : known + folders).joined(separator: ":")
    }
}
