import ArgumentParser
import JSONTree
import Logging
import PluginHost
import PluginRuntime
import ServerAssembly

/// `newel plugin list`: what would serve a name or a resource; of a running server also the builds that are kept.
struct PluginList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List functions and integrations, and where each comes from.",
        discussion: """
            With --endpoint a running server is asked, which also tells the builds it keeps of each dropped-in
            plugin, newest first, and which of them is served.
            """)

    @Option(help: ArgumentHelp("A folder of plugins; may be given more than once.", valueName: "dir")) var plugins:
        [String] = []
    @Option(help: ArgumentHelp("The address of a running 'newel up' to ask.", valueName: "url")) var endpoint: String?

    func run() async throws {
        guard let endpoint else { return listHere(try installed()) }
        let answer = try await RunningServer(endpoint).ask("plugins")
        let handlers = answer["handlers"]?.arrayValue ?? []
        let width = handlers.map { $0["name"]?.stringValue?.count ?? 0 }.max() ?? 0
        for handler in handlers {
            let text = { (key: String) in handler[key]?.stringValue ?? "" }
            let origin = [text("origin"), text("source")].filter { !$0.isEmpty }.joined(separator: ": ")
            Terminal.print("\(text("kind").padded(11))  \(text("name").padded(width))  \(origin)")
        }
        for package in answer["packages"]?.arrayValue ?? [] {
            for line in Self.lines(ofPackage: package) { Terminal.print(line) }
        }
    }

    /// A package as the server tells it: its file, then a line for each build.
    static func lines(ofPackage package: JSON) -> [String] {
        let names = (package["handlers"]?.arrayValue ?? []).compactMap(\.stringValue).joined(separator: ", ")
        let (active, passedOver) = (package["active"]?.stringValue, package["passedOver"]?.stringValue)
        return ["builds of \(package["source"]?.stringValue ?? "")  (\(names))"]
            + (package["builds"]?.arrayValue ?? []).map { build in
                let sha256 = build["sha256"]?.stringValue ?? ""
                var words = [sha256 == active ? "served" : sha256 == passedOver ? "passed over" : "kept"]
                if let crash = build["crash"]?.stringValue { words.append("crashed: \(crash)") }
                let mark = sha256 == active ? "*" : " "
                return
                    "  \(mark) \(sha256.prefix(12))  \(build["takenAt"]?.stringValue ?? "")  \(words.joined(separator: ", "))"
            }
    }

    private func installed() throws -> [InstalledHandler] {
        try PluginFolders.check(plugins)
        var configuration = ServerConfiguration(storage: .memory, executableDirectory: Executable.directory)
        configuration.pluginDirectories = PluginFolders.all(plugins)
        let server = try Server(configuration, logger: Terminal.logger(.warning))
        defer { server.discard() }
        return server.host.installed()
    }

    private func listHere(_ handlers: [InstalledHandler]) {
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
