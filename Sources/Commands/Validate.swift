import ArgumentParser
import StatesLanguage

/// `newel validate`: problems of definitions with their places.
struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check definitions; print every problem as file:line:column: code: message.",
        discussion: "Exit code 0: no error (warnings may be printed). 1: at least one error. 2: a file cannot be read.")

    @Argument(help: ArgumentHelp("Definition files; '-' reads standard input.", valueName: "definition"))
    var definitions: [String]
    @Flag(help: "Check as an EXPRESS machine.") var express = false

    func run() throws {
        var hasErrors = false
        for file in definitions {
            let text = try file == "-" ? InputArgument.read("-") : FileContent.read(file)
            let check = Definition.check(text, type: express ? .express : .standard)
            for line in check.lines(in: file) { Terminal.print(line) }
            if check.program == nil { hasErrors = true }
        }
        if hasErrors { throw ExitCode(1) }
    }
}
