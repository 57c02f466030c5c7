import ArgumentParser
import Glibc

/// `newel plugin new`: a folder with a function to change.
struct PluginNew: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Write a folder with a function of your own.",
        discussion: """
            The function answers {"hello": EVENT}. The folder builds with the language's own tool and
            needs nothing else of Newel, except in Swift: that builds against Newel's source.

            Exit code 0: written. 2: bad usage, or the folder is there already.

            Example:
              newel plugin new Greet --lang c
              make -C Greet
              newel plugin invoke Greet --plugins Greet/build --input @Greet/events/hello.json
            """)

    @Argument(help: "The function's name: a letter, then letters, digits, '-' and '_'.") var name: String
    @Option(name: .customLong("lang"), help: "c, cpp, rust, zig, go or swift.") var language: PluginLanguage
    @Option(help: ArgumentHelp("The folder to write. Default: one with the function's name, here.", valueName: "dir"))
    var directory: String?
    @Option(
        help: ArgumentHelp(
            "For Swift: the folder of Newel's source. Default: the one this executable was built in.", valueName: "dir")
    )
    var newel: String?

    func validate() throws {
        let isName =
            name.utf8.first.map { PluginTemplate.isLetter($0) } == true && name.utf8.count <= 64
            && name.utf8.allSatisfy {
                PluginTemplate.isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
            }
        guard isName else {
            throw ValidationError(
                "'\(name)' is no name for a function: a letter, then letters, digits, '-' and '_', at most 64.")
        }
    }

    func run() throws {
        let folder = directory ?? name
        let template = PluginTemplate(name: name, language: language, newel: try source())
        guard mkdir(folder, 0o777) == 0 else {
            throw CommandFailure(
                errno == EEXIST
                    ? "\(folder) is there already. Name another folder with --directory."
                    : "\(folder) cannot be made: \(String(cString: strerror(errno)))", exitCode: 2)
        }
        for file in template.files {
            var parent = folder
            for part in file.path.split(separator: "/").dropLast() {
                parent += "/\(part)"
                mkdir(parent, 0o777)  // it may be there: writing the file shows whether all is well
            }
            try FileContent.write(Array(file.text.utf8), to: "\(folder)/\(file.path)")
        }
        Terminal.print("\(folder) holds \(name), a function in \(language.title). Build it and call it:\n")
        for line in language.steps(name: name, folder: folder) { Terminal.print("  \(line)") }
    }

    /// Newel's own source, for what builds against it.
    private func source() throws -> String {
        guard language == .swift else { return "" }
        let candidates =
            newel.map { [$0] } ?? (2...4).map { Executable.directory + String(repeating: "/..", count: $0) }
        for candidate in candidates {
            guard let path = realpath(candidate, nil) else { continue }
            defer { free(path) }
            let folder = String(cString: path)
            if access("\(folder)/Sources/NewelPluginKit", R_OK) == 0 { return folder }
        }
        throw CommandFailure(
            "A plugin in Swift is built against Newel's source, which is not \(newel.map { "in \($0)" } ?? "around \(Executable.directory)"). "
                + "Say where it is with --newel.", exitCode: 2)
    }
}
