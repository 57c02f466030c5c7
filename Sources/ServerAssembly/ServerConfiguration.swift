import ExecutionEngine
import Logging
import OutboundHTTP
import PluginHost
import ResourceNames
import StepFunctionsService

/// What `newel up` was told.
package struct ServerConfiguration: Sendable {
    /// Where data live.
    package enum Storage: Sendable {
        /// A folder, made when absent.
        case directory(String)
        /// Nothing outlives the process.
        case memory
    }

    /// The address it listens on.
    package var host = "127.0.0.1"
    /// 0: a free one.
    package var port = 4566
    package var storage: Storage
    /// Folders whose plugins are functions and integrations at once.
    package var pluginDirectories: [String] = []
    /// Which package a function of a template is, by its logical id or name.
    package var packages: [String: String] = [:]
    /// Whose packages are taken.
    package var trust = PackageTrust()
    /// Who knows the connections of HTTP tasks, asked in this order.
    package var connections: [any ConnectionSource] = []
    /// Services whose actions are called at other endpoints.
    package var forwards: [ForwardedService] = []
    /// Account of requests that name none, and region of requests that are not signed.
    package var territory = Territory(account: "000000000000", region: "us-east-1")
    /// Whether functions run in workers or in the host.
    package var isolation = PluginHostConfiguration.Isolation.process
    /// How far policies are obeyed.
    package var iam = IAMMode.auto
    /// Whether requests must be signed.
    package var auth = AuthMode.off
    /// Keys that may do everything.
    package var owners: [OwnerKey] = []
    /// Where the executable lies: the stock plugins and the worker are beside it.
    package var executableDirectory: String
    /// Chance that repeats; `nil`: the system's.
    package var seed: UInt64?
    /// Calls of handlers are made one after the other, so that the same seed gives the same history.
    package var repeatsExactly = false
    /// AWS's quotas, or lower ones.
    package var limits = Limits()
    /// What is logged.
    package var logLevel = Logger.Level.warning
    /// Where time comes from.
    package var time = Time.machine

    /// Where time comes from.
    package enum Time: Sendable {
        /// The machine's clocks.
        case machine
        /// A clock that stands still until it is moved; `nil`: it begins now.
        case virtual(from: Timestamp?, VirtualClock.Skipping)
    }
    /// How long finished executions are kept.
    package var history = HistoryRetention()

    /// What the plugin host is told.
    func pluginHost(data: DataFolder, logger: Logger) -> PluginHostConfiguration {
        var host = PluginHostConfiguration(
            dataDirectory: data.path, pluginDirectories: pluginDirectories, stockPluginDirectory: executableDirectory,
            workerExecutable: "\(executableDirectory)/newel-worker", isolation: isolation)
        host.trust = trust
        host.isDurable = !data.isTemporary
        host.onNotice = { notice in Self.log(notice, to: logger) }
        return host
    }

    private static func log(_ notice: PluginNotice, to logger: Logger) {
        let facts: Logger.Metadata = ["plugin.path": "\(notice.source)", "plugin": "\(notice.message)"]
        switch notice.kind {
        case .loading: logger.debug("a build of a plugin comes up", metadata: facts)
        case .loaded: logger.info("a plugin is served", metadata: facts)
        case .replaced:
            logger.notice("a plugin was replaced: its new build is served from the next worker on", metadata: facts)
        case .removed: logger.notice("a plugin is gone", metadata: facts)
        case .rolledBack:
            logger.warning("a plugin was rolled back: an earlier build is served again", metadata: facts)
        case .refused: logger.warning("a plugin cannot be served", metadata: facts)
        }
        for warning in notice.warnings {
            logger.warning(
                "a plugin's manifest has something of no use",
                metadata: ["plugin.path": "\(notice.source)", "plugin.json": "\(warning)"])
        }
    }

    /// A configuration with the defaults `--help` names.
    package init(storage: Storage, executableDirectory: String) {
        self.storage = storage
        self.executableDirectory = executableDirectory
    }
}
