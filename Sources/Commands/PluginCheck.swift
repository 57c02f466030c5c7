import ArgumentParser
import PluginHost
import ServerAssembly

/// `newel plugin check`: what is wrong with a package, before anybody loads it.
struct PluginCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Say everything that is wrong with packages and libraries.",
        discussion: """
            Looks at archive, manifest, checksums, signature and the libraries for every architecture, and lets the
            one for this machine come up in a worker process, without calling it.

            Exit code 0: all are sound. 1: a problem, one a line as PATH: PROBLEM. What is no problem but worth knowing
            begins with 'note:'.

            Example:
              newel plugin check Greet.zip Greet/build/libGreet.so
            """)

    @Argument(help: "Zips, folders with a plugin.json, or libraries.") var paths: [String]

    @OptionGroup var trust: TrustOptions

    func run() throws {
        let trust = try trust.trust(data: DataFolder.standard)
        var isSound = true
        for path in paths {
            let check = PackageCheck(path: path, workerExecutable: Executable.worker, trust: trust)
            for problem in check.problems { Terminal.note("\(path): \(problem)") }
            for remark in check.remarks { Terminal.note("\(path): note: \(remark)") }
            isSound = isSound && check.problems.isEmpty
            if check.problems.isEmpty {
                let handlers = check.handlers.joined(separator: ", ")
                Terminal.print("\(path): sound, with \(handlers); \(check.signature)")
            }
        }
        if !isSound { throw ExitCode(1) }
    }
}
