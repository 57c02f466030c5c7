import ArgumentParser
import PluginHost

/// `newel plugin build`: builds a plugin's folder with the tool of its language.
struct PluginBuild: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Build a plugin's folder with its own tool, and check what comes of it.",
        discussion: """
            A Makefile is run by make, Cargo.toml by cargo, Package.swift by swift, build.zig by zig, go.mod by go.

            Exit code 0: built and sound. 1: the tool failed, or what it built cannot be served. 2: bad usage, or
            nothing to build.

            Example:
              newel plugin build Greet
            """)

    @Argument(help: ArgumentHelp("The folder. Default: this one.", valueName: "dir")) var folder = "."

    func run() throws {
        let project = try PluginProject(folder)
        let tool = project.tool.command.joined(separator: " ")
        switch try ToolRun.run(project.tool.command, in: project.folder, until: StopSign()) {
        case .stopped: return
        case .failed(let output, let reason):
            Terminal.note(String(decoding: output, as: UTF8.self))
            throw CommandFailure("'\(tool)' failed: \(reason)")
        case .done(let output): Terminal.note(String(decoding: output, as: UTF8.self))
        }
        let libraries = project.libraries
        guard !libraries.isEmpty else {
            let places = project.tool.outputs.joined(separator: " or ")
            throw CommandFailure(
                "'\(tool)' left no plugin in \(places): a library (.so) that exports newel_plugin_entry.")
        }
        var isSound = true
        for library in libraries {
            let check = PackageCheck(path: library, workerExecutable: Executable.worker)
            for problem in check.problems { Terminal.note("\(library): \(problem)") }
            for remark in check.remarks { Terminal.note("\(library): note: \(remark)") }
            isSound = isSound && check.problems.isEmpty
            if check.problems.isEmpty { Terminal.print("\(library)  \(check.handlers.joined(separator: ", "))") }
        }
        if !isSound { throw ExitCode(1) }
    }
}
