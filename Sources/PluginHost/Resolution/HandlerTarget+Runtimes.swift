import ResourceNames

extension HandlerTarget {
    /// A created function whose package has no manifest, as people upload them to Lambda: code for one of Lambda's own runtimes, or with a
    /// bootstrap. `nil` for any other package.
    convenience init?(
        bareRuntimeOf package: StoredPackage, _ definition: FunctionDefinition, _ name: FunctionName,
        _ configuration: PluginHostConfiguration
    ) {
        guard package.manifest == nil else { return nil }
        let managed = definition.runtime.flatMap { ManagedRuntime(name: $0) }
        guard let runtime = managed.map({ .managed($0) }) ?? package.runtime else { return nil }
        self.init(
            definition, name, library: "", handler: definition.handler, flags: 0, buildID: package.sha256,
            bootstrap: BootstrapCommand(runtime, taskRoot: package.folder), sandbox: SandboxSettings(), configuration)
    }
}
