import Foundation
import JSONTree

@testable import StatesLanguage

/// Data that lies beside the package when a developer has it; tests pass without.
enum SharedData {
    /// The folder of a kind of cases; `nil` when it is not there.
    static func folder(_ name: String) -> String? {
        var package = #filePath
        for _ in 0..<3 { package = (package as NSString).deletingLastPathComponent }
        for shared in ["../shared", "../../shared"] {
            let path = "\(package)/\(shared)/conformance/\(name)"
            if FileManager.default.fileExists(atPath: path) { return path }
        }
        return nil
    }

    /// A JSON file; `nil` when it is not there.
    static func json(_ path: String) -> JSON? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        return try? JSON.parse([UInt8](data))
    }

    /// The names of a folder's JSON files.
    static func files(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".json") }.sorted()
    }

    /// The cases of `asl-validation`: id, whether its authors think it valid, definition.
    static func validationCases(_ file: String) -> [(id: String, isValid: Bool, text: String)] {
        guard let folder = folder("asl-validation"), let cases = json("\(folder)/\(file)")?.arrayValue else {
            return []
        }
        return cases.compactMap { one in
            guard let id = one["id"]?.stringValue, let isValid = one["valid"]?.boolValue else { return nil }
            guard let text = one["definition_text"]?.stringValue ?? one["definition"]?.text else { return nil }
            return (id, isValid, text)
        }
    }

    /// Published definitions.
    static func publishedDefinitions() -> [(id: String, text: String)] {
        guard let folder = folder("definitions") else { return [] }
        return files(in: folder).compactMap { name in
            guard let file = json("\(folder)/\(name)"), let id = file["id"]?.stringValue else { return nil }
            guard let definition = file["definition"], definition.isObject else { return nil }
            return (id, definition.text)
        }
    }
}

/// Checks a text.
func check(_ text: String, _ type: MachineType = .standard) -> DefinitionCheck {
    Definition.check(Array(text.utf8), type: type)
}
