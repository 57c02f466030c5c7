import Foundation
import Synchronization

/// Shared libraries made from the C sources beside the tests; each variant is compiled once.
enum CompiledPlugin {
    private static let made = Mutex<[String: String]>([:])

    /// The library of `Handlers/<source>.c`, compiled with further options (`-DMAGIC=0`).
    static func library(_ source: String, _ options: [String] = []) -> String {
        let key = ([source] + options).joined(separator: " ")
        return made.withLock { made in
            if let path = made[key] { return path }
            let output = "\(TemporaryFolder.make())/lib\(source).so"
            let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            let header = root.deletingLastPathComponent().deletingLastPathComponent().appending(
                path: "Sources/CNewelPlugin/include")
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments =
                [
                    compiler, "-shared", "-fPIC", "-O1", "-fvisibility=hidden", "-Wl,-Bsymbolic", "-pthread", "-I",
                    header.path,
                ] + options
                + ["-o", output, root.appending(path: "Handlers/\(source).c").path]
            try! process.run()
            process.waitUntilExit()
            precondition(process.terminationStatus == 0, "\(source).c does not compile")
            made[key] = output
            return output
        }
    }

    /// The machine's C compiler, or the one that comes with Swift.
    private static let compiler =
        ["/usr/bin/cc", "/usr/local/bin/cc"].first { FileManager.default.isExecutableFile(atPath: $0) } ?? "clang"
}

/// Folders for one test run.
enum TemporaryFolder {
    /// Makes an empty folder.
    static func make() -> String {
        let folder = FileManager.default.temporaryDirectory.appending(path: "newel-test-\(UUID().uuidString)")
        try! FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder.path
    }
}
