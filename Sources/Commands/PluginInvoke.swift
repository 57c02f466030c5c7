import ArgumentParser
import HandlerContract
import JSONTree

/// `newel plugin invoke`: one call of one function, without a server.
struct PluginInvoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invoke", abstract: "Call a function and print its result.",
        discussion: """
            The result goes to standard output; log, duration and memory go to standard error.

            Exit code 0: a result. 1: the function failed. 2: bad usage or input, or no such function.

            Examples:
              newel plugin invoke CheckStockPrice --input '{}'
              newel plugin invoke Greet --plugins Greet/build --input @Greet/events/hello.json
            """)

    @Argument(help: "The function's name.") var name: String
    @Option(help: ArgumentHelp("The event: JSON, @FILE, or - for standard input.", valueName: "json")) var input = "{}"
    @Option(help: ArgumentHelp("A folder of plugins; may be given more than once.", valueName: "dir")) var plugins:
        [String] = []

    func run() async throws {
        let payload: Payload
        let text = try InputArgument.read(input)
        do throws(JSONError) { payload = try Payload(parsing: text) } catch {
            throw CommandFailure("The input is not JSON: \(error.message).", exitCode: 2)
        }
        try PluginFolders.check(plugins)
        let functions = try LocalFunctions(plugins: PluginFolders.all(plugins))
        defer { functions.discard() }
        let (outcome, _) = await functions.call(name, payload)
        let summary = InvocationSummary(logTail: outcome.logTail, requestID: LocalFunctions.requestID).text
        if !summary.isEmpty { Terminal.note(summary) }
        switch outcome.result {
        case .success(let payload): Terminal.print(payload.text)
        case .functionError(let failure):
            throw CommandFailure("\(failure.type): \(failure.message)" + Self.stack(failure))
        case .refused(let refusal) where refusal.code == "ResourceNotFoundException":
            throw CommandFailure(unknown(functions), exitCode: 2)
        case .refused(let refusal): throw CommandFailure("\(refusal.code): \(refusal.message)")
        }
    }

    /// Where the handler says it failed, a place a line.
    private static func stack(_ failure: HandlerFailure) -> String {
        // What is no array of texts is no place anybody could look at.
        let places = (try? JSON.parse(failure.stackJSON))?.arrayValue?.compactMap(\.stringValue) ?? []
        return places.map { "\n    \($0)" }.joined()
    }

    /// What there is instead of the function.
    private func unknown(_ functions: LocalFunctions) -> String {
        let names = functions.names.sorted()
        let place = plugins.isEmpty ? "" : " in \(plugins.joined(separator: ", ")) or beside newel"
        return "There is no function \(name)\(place). There are: \(names.joined(separator: ", "))."
    }
}
