import ArgumentParser

/// `newel plugin`: begins plugins, looks at them and calls them.
struct PluginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plugin", abstract: "Begin a plugin; list plugins and call their functions.",
        subcommands: [PluginNew.self, PluginList.self, PluginInvoke.self])
}
