import ArgumentParser
import HandlerContract
import JSONTree
import Logging
import ResourceNames
import ServerAssembly

/// `newel plugin invoke`: one call of one function, without a server.
struct PluginInvoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invoke", abstract: "Call a function and print its result.",
        discussion: """
            The result goes to standard output; log and duration go to standard error.

            Exit code 0: a result. 1: the function failed. 2: bad usage or input.

            Example:
              newel plugin invoke CheckStockPrice --input '{}'
            """)

    @Argument(help: "The function's name.") var name: String
    @Option(help: ArgumentHelp("The event: JSON, @FILE, or - for standard input.", valueName: "json")) var input = "{}"
    @Option(help: ArgumentHelp("A folder of plugins; may be given more than once.", valueName: "dir")) var plugins:
        [String] = []

    func run() async throws {
        let payload: Payload
        let text = try InputArgument.read(input)
        do throws(JSONError) { payload = try Payload(parsing: text) } catch {
            throw CommandFailure(
                "The input is not JSON: \(error.message) (line \(error.line), column \(error.column)).", exitCode: 2)
        }
        var configuration = ServerConfiguration(storage: .memory, executableDirectory: Executable.directory)
        configuration.pluginDirectories = plugins
        let server = try Server(configuration, logger: Terminal.logger(.warning))
        defer { server.discard() }
        let arn = "arn:aws:lambda:\(configuration.territory.region):\(configuration.territory.account):function:\(name)"
        var request = InvocationRequest(
            resource: arn, payload: payload, requestID: "00000000-0000-4000-8000-000000000000",
            territory: configuration.territory)
        request.wantsLogTail = true
        let start = ContinuousClock.now
        let outcome = await server.host.invoke(request)
        let duration = start.duration(to: .now)
        if !outcome.logTail.isEmpty { Terminal.note(String(decoding: outcome.logTail, as: UTF8.self)) }
        Terminal.note("\(name) took \(duration.formatted)")
        switch outcome.result {
        case .success(let payload): Terminal.print(payload.text)
        case .functionError(let failure): throw CommandFailure("\(failure.type): \(failure.message)")
        case .refused(let refusal): throw CommandFailure("\(refusal.code): \(refusal.message)")
        }
    }
}

extension Duration {
    /// Milliseconds with one decimal: `12.3 ms`.
    var formatted: String {
        let tenths = (components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000) / 100_000
        return "\(tenths / 10).\(tenths % 10) ms"
    }
}
