import ArgumentParser
import Logging
import PluginHost
import PluginRuntime
import ServerAssembly

/// `newel plugin list`: what would serve a name or a resource.
struct PluginList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List functions and integrations, and where each comes from.")

    @Option(help: ArgumentHelp("A folder of plugins; may be given more than once.", valueName: "dir")) var plugins:
        [String] = []

    func run() async throws {
        try PluginFolders.check(plugins)
        var configuration = ServerConfiguration(storage: .memory, executableDirectory: Executable.directory)
        configuration.pluginDirectories = PluginFolders.all(plugins)
        let server = try Server(configuration, logger: Terminal.logger(.warning))
        defer { server.discard() }
        let handlers = server.host.installed()
        let width = handlers.map(\.name.count).max() ?? 0
        for handler in handlers {
            let kind = handler.kind == .function ? "function   " : "integration"
            Terminal.print("\(kind)  \(handler.name.padded(width))  \(Self.origin(handler))")
        }
    }

    private static func origin(_ handler: InstalledHandler) -> String {
        switch handler.origin {
        case .linkedIn: "built in"
        case .stock: "stock: \(handler.source)"
        case .droppedIn: handler.source
        }
    }
}
