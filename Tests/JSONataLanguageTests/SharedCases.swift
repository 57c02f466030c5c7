import Foundation
import JSONTree
import JSONataLanguage

/// The shared cases, which lie beside the package and not in it.
enum SharedCases {
    /// The folder of a suite; `nil` when it is not there.
    static func folder(_ suite: String) -> String? {
        var folder = URL(filePath: #filePath)
        while folder.pathComponents.count > 1 {
            folder.deleteLastPathComponent()
            let candidate = folder.appending(path: "shared/conformance/\(suite)").path
            if FileManager.default.fileExists(atPath: candidate) { return candidate }
        }
        return nil
    }

    /// Reads a JSON file; a lone surrogate in it becomes its stand-in.
    static func read(_ path: String) throws -> JSON {
        try JSON.parse(LoneSurrogateEscapes.replaced(Array(try Data(contentsOf: URL(filePath: path)))))
    }
}
