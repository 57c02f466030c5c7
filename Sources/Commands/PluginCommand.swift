import ArgumentParser

/// `newel plugin`: begins plugins, looks at them, calls, packs and signs them.
struct PluginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plugin", abstract: "Begin, list, call, pack, sign and check plugins.",
        subcommands: [
            PluginNew.self, PluginList.self, PluginInvoke.self, PluginPack.self, PluginCheck.self,
            PluginKeygen.self,
        ])
}
