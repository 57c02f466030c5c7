import Foundation
import Synchronization

/// Runs compilers on the sources beside the tests; what the same command makes is made once.
enum Compiler {
    private static let made = Mutex<[[String]: String]>([:])

    /// The folder of this suite.
    static let suite = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    /// The interface's headers.
    static let headers = suite.deletingLastPathComponent().deletingLastPathComponent().appending(
        path: "Sources/CNewelPlugin/include")
    /// The machine's C compiler, or the one that comes with Swift.
    static let c =
        ["/usr/bin/cc", "/usr/local/bin/cc"].first { FileManager.default.isExecutableFile(atPath: $0) } ?? "clang"

    /// Whether a command is there.
    static func has(_ command: String) -> Bool { run([command, "--version"]).status == 0 }

    /// The library a command makes, which gets `-o` and a file of the name added.
    static func library(_ command: [String], named name: String = "plugin") -> String {
        made.withLock { made in
            if let path = made[command] { return path }
            let output = "\(TemporaryFolder.make())/lib\(name).so"
            let ended = run(command + ["-o", output])
            precondition(ended.status == 0, "\(command.joined(separator: " ")): \(ended.output)")
            made[command] = output
            return output
        }
    }

    /// Runs a command to its end; both of its outputs in one.
    static func run(_ command: [String]) -> (status: Int32, output: String) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.standardOutput = pipe
        process.standardError = pipe
        try! process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}
