import Foundation
import JSONPathLanguage
import JSONTree

/// A scope whose values are given.
struct PlainScope: EvaluationScope {
    var input: JSON = .null
    var context: JSON = .null
    var variables: JSONObject = [:]

    func variable(_ name: String) -> JSON? { variables[name] }
}

/// Cases that lie beside the package, where they do.
enum SharedCases {
    /// A folder of cases; `nil` where there is none.
    static func folder(_ name: String) -> String? {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        for start in [root.deletingLastPathComponent(), root.deletingLastPathComponent().deletingLastPathComponent()] {
            let folder = start.appendingPathComponent("shared/conformance/\(name)").path
            if FileManager.default.fileExists(atPath: folder) { return folder }
        }
        return nil
    }

    /// A file as JSON.
    static func read(_ path: String) throws -> JSON {
        try JSON.parse([UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
    }
}
