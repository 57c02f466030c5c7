import ArgumentParser

/// `newel plugin`: begins plugins, looks at them, calls them and packs them.
struct PluginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plugin", abstract: "Begin, list, call, pack and check plugins.",
        subcommands: [PluginNew.self, PluginList.self, PluginInvoke.self, PluginPack.self, PluginCheck.self])
}
