import ArgumentParser
import ExecutionEngine
import JSONTree
import Logging
import ResourceNames
import ServerAssembly
import StatesLanguage

/// `newel run`: one execution of one definition, nothing kept.
struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run one definition and print its output.",
        discussion: """
            Tasks call the functions of the --plugins folders and the stock ones. Nothing is kept.

            Exit code 0: SUCCEEDED. 1: any other end; error and cause go to standard error. 2: bad usage or definition.

            Example:
              newel run machine.asl.json --input '{"n": 3}'
              newel run machine.asl.json --virtual-time --seed 7 --history     the same history each time
            """)

    @Argument(help: "The definition's file.") var definition: String
    @Option(help: ArgumentHelp("The input: JSON, @FILE, or - for standard input.", valueName: "json")) var input = "{}"
    @Option(help: ArgumentHelp("A folder of plugins; may be given more than once.", valueName: "dir")) var plugins:
        [String] = []
    @OptionGroup var outbound: OutboundOptions
    @Option(help: "Repeat the same chance (UUIDs, random numbers, jitter) by giving the same number.") var seed: UInt64?
    @Flag(
        help: "Let waits end at once: time stands still at 2026-01-01 and moves only when nothing else is left to do.")
    var virtualTime = false
    @Flag(help: "Print the history instead of the output, one event a line.") var history = false

    func run() async throws {
        let text = try FileContent.read(definition)
        let check = Definition.check(text, type: .standard)
        guard check.program != nil else {
            for line in check.lines(in: definition) { Terminal.note(line) }
            throw ExitCode(2)
        }
        let inputText = try InputArgument.read(input)
        do throws(JSONError) { _ = try JSON.parse(inputText) } catch {
            throw CommandFailure("The input is not JSON: \(error.message).", exitCode: 2)
        }
        var configuration = ServerConfiguration(storage: .memory, executableDirectory: Executable.directory)
        configuration.pluginDirectories = PluginFolders.all(plugins)
        configuration.seed = seed
        try outbound.apply(to: &configuration)
        if virtualTime {
            // 2026-01-01T00:00:00Z: any instant would do, as long as it is the same each time.
            configuration.time = .virtual(from: Timestamp(milliseconds: 1_767_225_600_000), .everything)
            configuration.repeatsExactly = true
        }
        let server = try Server(configuration, logger: Terminal.logger(.error))
        let end = try await server.runOnce(definition: text, input: inputText)
        if history {
            for event in end.history { Terminal.print(event) }
        }
        guard case .succeeded(let output) = end.outcome else {
            if case .failed(let status, let error, let cause) = end.outcome {
                Terminal.note([status, error, cause].compactMap { $0 }.joined(separator: ": "))
            }
            throw ExitCode(1)
        }
        if !history { Terminal.print(output) }
    }
}
