import Foundation

/// The interface's header as a later version may be: a higher minor version, and every structure that says its size grown at its end.
enum FutureHeader {
    /// A folder with the header.
    static let folder: String = {
        let current = Compiler.headers.appending(path: "newel_plugin.h")
        var text = try! String(contentsOf: current, encoding: .utf8)
        for (old, new) in changes {
            precondition(text.ranges(of: old).count == 1, "newel_plugin.h does not say \(old) once")
            text = text.replacing(old, with: new)
        }
        let folder = TemporaryFolder.make()
        try! text.write(toFile: "\(folder)/newel_plugin.h", atomically: true, encoding: .utf8)
        return folder
    }()

    private static let changes: [(String, String)] =
        [("NEWEL_ABI_VERSION = 0x00010000", "NEWEL_ABI_VERSION = 0x00010001")]
        + ["newel_error", "newel_invocation", "newel_handler", "newel_plugin"].map {
            ("\n} \($0);", "\n    uint64_t future_number;\n    newel_bytes future_bytes;\n} \($0);")
        }
        + [("\n} newel_host;", "\n    void (*future_function)(void);\n    newel_bytes future_bytes;\n} newel_host;")]
}
