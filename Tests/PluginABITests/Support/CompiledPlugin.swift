import Foundation

/// Shared libraries made from the C sources beside the tests; each variant is compiled once.
enum CompiledPlugin {
    /// The library of `Handlers/<source>.c`, compiled with further options (`-DMAGIC=0`).
    static func library(_ source: String, _ options: [String] = []) -> String {
        Compiler.library(
            [
                Compiler.c, "-shared", "-fPIC", "-O1", "-fvisibility=hidden", "-Wl,-Bsymbolic", "-pthread", "-I",
                Compiler.headers.path,
            ] + options + [Compiler.suite.appending(path: "Handlers/\(source).c").path], named: source)
    }
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
