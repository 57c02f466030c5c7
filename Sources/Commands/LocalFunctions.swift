import HandlerContract
import JSONTree
import Logging
import PluginHost
import PluginRuntime
import ResourceNames
import ServerAssembly

/// Functions that are called without a server anybody else can reach.
struct LocalFunctions {
    /// The id of every call.
    static let requestID = "00000000-0000-4000-8000-000000000000"
    private let server: Server
    private let territory: Territory

    /// Functions of these folders, and the stock ones.
    init(plugins: [String]) throws {
        var configuration = ServerConfiguration(storage: .memory, executableDirectory: Executable.directory)
        configuration.pluginDirectories = plugins
        territory = configuration.territory
        server = try Server(configuration, logger: Terminal.logger(.warning))
    }

    /// Ends what runs; nothing may be called after that.
    func discard() { server.discard() }

    /// All functions there are. Blocks while they come up.
    var names: [String] { server.host.installed().filter { $0.kind == .function }.map(\.name) }

    /// The functions of the plugins in a folder. Blocks while they come up.
    func names(below folder: String) -> [String] {
        server.host.installed().filter { $0.kind == .function && $0.source.hasPrefix("\(folder)/") }.map(\.name)
    }

    /// Calls a function once; the outcome has the end of its log.
    func call(_ name: String, _ payload: Payload) async -> (outcome: InvocationOutcome, duration: Duration) {
        let arn = "arn:aws:lambda:\(territory.region):\(territory.account):function:\(name)"
        var request = InvocationRequest(
            resource: arn, payload: payload, requestID: Self.requestID, territory: territory)
        request.wantsLogTail = true
        let start = ContinuousClock.now
        let outcome = await server.host.invoke(request)
        return (outcome, start.duration(to: .now))
    }
}
