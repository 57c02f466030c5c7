import CConsoleAssets
import JSONTree

/// The samples that are in the executable: what the gallery shows, and the template that deploys each.
enum SampleCatalogue {
    /// One sample.
    struct Sample: Sendable {
        /// `orchestrate-lambda-functions`.
        let id: String
        /// Its `sample.json`: title and text by language, input, the logical name of the machine to start.
        let facts: JSON
        /// Its template.
        let template: JSON

        /// The resources as the template has them: logical names and types.
        var resources: [(name: String, type: String)] {
            (template["Resources"]?.objectValue ?? [:]).map { ($0.key, $0.value["Type"]?.stringValue ?? "") }
        }

        /// The definition of the machine to start, names of resources in the places of what they become.
        var definition: JSON {
            let machine = template["Resources"]?[facts["machine"]?.stringValue ?? ""]?["Properties"]
            if let definition = machine?["Definition"] { return definition }
            guard let text = Self.text(machine?["DefinitionString"]) else { return .null }
            // A text with `${Name}` in the place of a bare value is no JSON; it has no picture then.
            return (try? JSON.parse(text)) ?? .null
        }

        /// A text, or what `Fn::Sub` and `Fn::Join` would put together.
        private static func text(_ value: JSON?) -> String? {
            switch value {
            case .string(let text): text
            case .object(let call):
                call["Fn::Sub"].flatMap { text($0) ?? text($0[0]) }
                    ?? call["Fn::Join"]?[1]?.arrayValue.map { $0.map { text($0) ?? "X" }.joined() }
                    ?? call["Ref"]?.stringValue ?? call["Fn::GetAtt"]?[0]?.stringValue
            default: nil
            }
        }
    }

    /// All, by id.
    static let all: [Sample] = {
        var files: [String: (facts: JSON?, template: JSON?)] = [:]
        for (path, text) in ConsoleAssets.texts(below: "../../Samples/") {
            let parts = path.split(separator: "/")
            guard parts.count == 2, let tree = try? JSON.parse(text) else { continue }
            let folder = String(parts[0])
            if parts[1] == "sample.json" { files[folder, default: (nil, nil)].facts = tree }
            if parts[1] == "template.json" { files[folder, default: (nil, nil)].template = tree }
        }
        let samples: [Sample] = files.values.compactMap { facts, template in
            guard let facts, let template, let id = facts["id"]?.stringValue else { return nil }
            return Sample(id: id, facts: facts, template: template)
        }
        return samples.sorted { ($0.facts["asks"] == nil ? 1 : 0, $0.id) < ($1.facts["asks"] == nil ? 1 : 0, $1.id) }
    }()

    /// A sample by its id.
    static func find(_ id: String) -> Sample? { all.first { $0.id == id } }
}
