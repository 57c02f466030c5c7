import ArgumentParser
import Digests
import JSONTree

/// `newel plugin logs`: what a function has printed.
struct PluginLogs: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "logs", abstract: "Print what a function has logged, from the running server.",
        discussion: """
            Exit code 0: printed. 1: no server, or the function has printed nothing yet.

            Example:
              newel plugin logs Greet --follow
              newel plugin logs Greet --endpoint http://127.0.0.1:8080
            """)

    @Argument(help: "The function's name or ARN.") var name: String
    @Flag(help: "Go on with what comes, until Ctrl-C.") var follow = false
    @Option(help: ArgumentHelp(RunningServer.help, valueName: "url")) var endpoint: String?
    @Option(help: "The port of the server, instead of its address: it is on 127.0.0.1.") var port: Int?

    func validate() throws {
        guard endpoint == nil || port == nil else {
            throw ValidationError("--endpoint and --port exclude each other: the port is part of the address.")
        }
    }

    func run() async throws {
        let server = RunningServer(port.map { "http://127.0.0.1:\($0)" } ?? endpoint)
        let client = try ServerClient(address: server.endpoint)
        defer { client.close() }
        let function = "function=\(PercentEncoding.encode(name))"
        var place: Int64?
        repeat {
            guard
                let reply = try await client.get(
                    "/_newel/log", query: place.map { "\(function)&from=\($0)" } ?? function),
                let text = reply["text"]?.stringValue, let next = reply["next"]?.integerValue
            else {
                throw CommandFailure(
                    "No server answers at \(server.endpoint). Start one with 'newel up', or give its address with --endpoint."
                )
            }
            if !text.isEmpty { Terminal.print(text.hasSuffix("\n") ? String(text.dropLast()) : text) }
            if next == place || place == nil, follow { try await Task.sleep(for: .milliseconds(250)) }
            if next == place, !follow { return }
            place = next
        } while true
    }
}
