import ArgumentParser
import CNewelSpawn
import ExecutionEngine
import Logging
import PluginHost
import ResourceNames
import ServerAssembly
import StepFunctionsService

/// `newel up`: serves until stopped.
struct Up: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Serve Step Functions, Lambda, SQS, SNS, EventBridge, S3, CloudWatch Logs, CloudFormation and STS on one port.",
        discussion: """
            Executions survive a crash: stop or kill this, start it again on the same data, and they go on.

            A shared library or package dropped into a --plugins folder is a Lambda function at once, under its name in any account and region.
            'newel plugin install' puts packages into installed/ in the data folder, which is such a folder, too.

            Examples:
              newel up --plugins ./plugins
              newel up --memory --port 0
              newel up --template template.yaml
            """)

    @Option(help: "The address to listen on.") var host = "127.0.0.1"
    @Option(help: "The port to listen on; 0 takes any free one.") var port = 4566
    @Option(
        help: ArgumentHelp(
            "Where data live. Default: $XDG_DATA_HOME/newel, else ~/.local/share/newel.", valueName: "dir")) var data:
        String?
    @Flag(help: "Keep nothing when the process ends.") var memory = false
    @Option(help: ArgumentHelp("A folder of plugins; may be given more than once.", valueName: "dir")) var plugins:
        [String] = []
    @Option(
        help: ArgumentHelp("The account of requests whose access key id is not an account number.", valueName: "id"))
    var account = "000000000000"
    @Option(
        help:
            "Where functions run: 'process' in sandboxed workers of their own, 'host' inside this process (for plugins you trust)."
    )
    var isolation = PluginHostConfiguration.Isolation.process
    @Flag(
        help: ArgumentHelp(
            "Let time stand still until it is moved.",
            discussion: "POST {\"advance\": SECONDS} or {\"skip\": true} to /_newel/time moves it."))
    var virtualTime = false
    @Option(
        help: ArgumentHelp(
            "Deploy a CloudFormation template as soon as requests are accepted, as 'newel deploy' does.",
            valueName: "file"))
    var template: String?
    @Option(
        name: .customLong("map"),
        help: ArgumentHelp(
            "The installed package that is a function of templates, by its logical id or name; may be given more than once.",
            valueName: "function=package"))
    var maps: [String] = []
    @OptionGroup var access: AccessOptions
    @OptionGroup var outbound: OutboundOptions
    @OptionGroup var trust: TrustOptions
    @Option(
        name: .customLong("limit"),
        help: ArgumentHelp(
            "Lower one of AWS's quotas, to see what happens where it is reached; may be given more than once.",
            discussion: "Names: \(Limits.names.joined(separator: ", ")).", valueName: "name=value"))
    var quotas: [String] = []
    @Option(help: "trace, debug, info, notice, warning, error or critical.") var logLevel = Logger.Level.warning

    func validate() throws {
        guard account.utf8.count == 12, account.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw ValidationError("--account takes 12 digits, got '\(account)'.")
        }
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port takes a number from 0 to 65535, got \(port).")
        }
        guard data == nil || !memory else { throw ValidationError("--data and --memory exclude each other.") }
        _ = (try limits, try StackOptions.packages(maps))
    }

    /// AWS's quotas with those that `--limit` lowers.
    private var limits: Limits {
        get throws {
            var limits = Limits()
            for text in quotas {
                let parts = text.split(separator: "=", maxSplits: 1)
                guard parts.count == 2, let value = Int(parts[1]), value >= 0 else {
                    throw ValidationError("--limit takes NAME=VALUE with a whole number from 0, got '\(text)'.")
                }
                guard limits.set(String(parts[0]), to: value) else {
                    let names = Limits.names.joined(separator: ", ")
                    throw ValidationError("--limit knows no '\(parts[0])'; it knows \(names).")
                }
            }
            return limits
        }
    }

    func run() async throws {
        var configuration = ServerConfiguration(
            storage: memory ? .memory : .directory(data ?? DataFolder.standard),
            executableDirectory: Executable.directory)
        configuration.host = host
        configuration.port = port
        configuration.pluginDirectories =
            plugins + (memory ? [] : [DataFolder.installedPlugins(in: data ?? DataFolder.standard)])
        configuration.territory = Territory(account: account, region: "us-east-1")
        configuration.isolation = isolation
        configuration.trust = try trust.trust(data: data ?? DataFolder.standard)
        try access.apply(to: &configuration)
        configuration.logLevel = logLevel
        try outbound.apply(to: &configuration)
        configuration.limits = try limits
        configuration.packages = try StackOptions.packages(maps)
        let stack = try template.map { try StackTemplate($0, maps: [:]) }
        if virtualTime { configuration.time = .virtual(from: nil, .nothing) }
        // Every connection is a file to the system, which gives 1,024 of them to whoever does not ask.
        _ = newel_open_files()
        // Where that cannot be had, functions that compute hold up others a little more.
        _ = newel_ask_for_short_turns()
        let server = try Server(configuration, logger: Terminal.logger(logLevel))
        try await server.run { address in
            Terminal.print("newel is ready on \(address)")
            Terminal.note(
                """
                Point AWS clients at it:
                  export AWS_ENDPOINT_URL=\(address) AWS_DISABLE_HOST_PREFIX_INJECTION=true
                  export AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1 \(access.clientKeys)
                Ctrl-C stops it; what it has acknowledged is on disk.
                """)
            if let stack { await Self.deploy(stack, on: server) }
        }
    }

    /// Makes or updates the stack of a template; what fails is told, and the server goes on.
    private static func deploy(_ template: StackTemplate, on server: Server) async {
        let deployment = StackDeployment(
            caller: LocalStackCaller(server: server), name: template.stackName, template: template, parameters: [:])
        do { try await deployment.run() } catch { Terminal.note("newel: \(error)") }
    }
}

extension PluginHostConfiguration.Isolation: ExpressibleByArgument {}
extension Logger.Level: @retroactive ExpressibleByArgument {}
