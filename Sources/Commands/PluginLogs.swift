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
            """)

    @Argument(help: "The function's name or ARN.") var name: String
    @Flag(help: "Go on with what comes, until Ctrl-C.") var follow = false
    @Option(help: "The port of the server, on 127.0.0.1.") var port = 4566

    func run() async throws {
        let client = try ServerClient(address: "http://127.0.0.1:\(port)")
        defer { client.close() }
        let function = "function=\(PercentEncoding.encode(name))"
        var place: Int64?
        repeat {
            guard
                let reply = try await client.get(
                    "/_newel/log", query: place.map { "\(function)&from=\($0)" } ?? function),
                let text = reply["text"]?.stringValue, let next = reply["next"]?.integerValue
            else {
                throw CommandFailure("No server listens on port \(port). Start one with 'newel up', or name its port.")
            }
            if !text.isEmpty { Terminal.print(text.hasSuffix("\n") ? String(text.dropLast()) : text) }
            if next == place || place == nil, follow { try await Task.sleep(for: .milliseconds(250)) }
            if next == place, !follow { return }
            place = next
        } while true
    }
}
