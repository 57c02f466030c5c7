import Logging
import PluginHost
import ResourceNames

/// What `newel up` was told.
package struct ServerConfiguration: Sendable {
    /// Where data live.
    package enum Storage: Sendable {
        /// A folder, made when absent.
        case directory(String)
        /// Nothing outlives the process.
        case memory
    }

    package var host = "127.0.0.1"
    /// 0: a free one.
    package var port = 4566
    package var storage: Storage
    /// Folders whose plugins are functions and integrations at once.
    package var pluginDirectories: [String] = []
    /// Account of requests that name none, and region of requests that are not signed.
    package var territory = Territory(account: "000000000000", region: "us-east-1")
    /// Whether functions run in workers or in the host.
    package var isolation = PluginHostConfiguration.Isolation.process
    /// Where the executable lies: the stock plugins and the worker are beside it.
    package var executableDirectory: String
    /// Chance that repeats; `nil`: the system's.
    package var seed: UInt64?
    package var logLevel = Logger.Level.warning

    /// What the plugin host is told.
    func pluginHost(data: DataFolder) -> PluginHostConfiguration {
        PluginHostConfiguration(
            dataDirectory: data.path, pluginDirectories: pluginDirectories, stockPluginDirectory: executableDirectory,
            workerExecutable: "\(executableDirectory)/newel-worker", isolation: isolation)
    }

    /// A configuration with the defaults `--help` names.
    package init(storage: Storage, executableDirectory: String) {
        self.storage = storage
        self.executableDirectory = executableDirectory
    }
}
