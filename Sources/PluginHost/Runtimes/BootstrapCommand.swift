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
    ///
    /// - Parameter logGroup: Where its lines go; `nil`: to the group of its own name.
    func serving(
        _ function: String, logGroup: String? = nil, in territory: Territory, endpoint: String
    ) -> BootstrapCommand {
        var command = self
        command.environment = [
            "LAMBDA_TASK_ROOT": taskRoot, "LAMBDA_RUNTIME_DIR": taskRoot,
            "AWS_LAMBDA_LOG_GROUP_NAME": logGroup ?? "/aws/lambda/\(function)",
            "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
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

    /// The program and its arguments. May block for a look at this machine.
    func program(handler: String, finder: RuntimeFinder) throws(PackageProblem) -> RuntimeProgram {
        switch runtime {
        case .bootstrap(let path): return RuntimeProgram(words: ["\(taskRoot)/\(path)"])
        case .managed(let runtime):
            var program = try finder.find(runtime)
            program.words.append(handler)
            return program
        }
    }
}
