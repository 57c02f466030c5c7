import ArgumentParser
import ServerAssembly

/// `newel doctor`: what is installed, what is missing, how to get it.
struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say what is installed, what is missing and how to get it.",
        discussion: "Exit code 0: all that is needed is there. 1: something is missing.")

    @Option(help: ArgumentHelp("The data folder to look at. Default: the one of 'newel up'.", valueName: "dir"))
    var data: String?
    @Option(help: "The port to look at.") var port = 4566

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port takes a number from 0 to 65535, got \(port).")
        }
    }

    func run() throws {
        let findings = Examination(
            executableDirectory: Executable.directory, dataFolder: data ?? DataFolder.standard, port: port
        ).findings
        let width = findings.map(\.subject.count).max() ?? 0
        Terminal.print("newel \(Version.text) in \(Executable.directory)\n")
        for finding in findings {
            Terminal.print("  \(Self.mark(finding.state)) \(finding.subject.padded(width))  \(finding.detail)")
            if !finding.remedy.isEmpty {
                Terminal.print("    \("".padded(width))  \(Terminal.styled(finding.remedy, .dim))")
            }
        }
        let missing = findings.count { $0.state == .missing }
        Terminal.print(missing == 0 ? "\nAll that is needed is there." : "\nMissing: \(missing).")
        if missing > 0 { throw ExitCode(1) }
    }

    private static func mark(_ state: Finding.State) -> String {
        switch state {
        case .present: Terminal.styled("✔", .green)
        case .optional: Terminal.styled("–", .yellow)
        case .missing: Terminal.styled("✘", .red)
        }
    }
}
