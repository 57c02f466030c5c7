import ArgumentParser

/// `newel plugin`: begins plugins, builds, calls, packs, signs and installs them.
struct PluginCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plugin", abstract: "Begin, build, call, roll back, pack, sign, check and install plugins.",
        subcommands: [
            PluginNew.self, PluginBuild.self, PluginList.self, PluginInvoke.self, PluginLogs.self, PluginRollback.self,
            PluginPack.self, PluginCheck.self, PluginKeygen.self, PluginInstall.self,
        ])
}
