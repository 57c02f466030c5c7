import ArgumentParser

/// `newel plugin`: begins plugins, builds, calls, packs, signs and installs them.
struct PluginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plugin", abstract: "Begin, build, call, pack, sign, check and install plugins.",
        subcommands: [
            PluginNew.self, PluginList.self, PluginInvoke.self, PluginPack.self, PluginCheck.self,
            PluginKeygen.self, PluginBuild.self, PluginInstall.self, PluginLogs.self,
        ])
}
