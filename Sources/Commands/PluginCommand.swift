import ArgumentParser

/// `newel plugin`: looks at plugins and calls them.
struct PluginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plugin", abstract: "List plugins and call their functions.",
        subcommands: [PluginList.self, PluginInvoke.self])
}
