import JSONTree

/// What `Function.Alias`, `Function.Version` and the like stand for in `Ref`, `Fn::GetAtt` and `Fn::Sub`.
struct GeneratedReferences {
    private let ids: [String: [String: String]]

    /// - Parameter ids: The logical id that was made, by the resource's and the property's name.
    init(_ ids: [String: [String: String]]) { self.ids = ids }

    /// A template with such references replaced.
    func resolve(_ value: JSON) -> JSON {
        guard !ids.isEmpty else { return value }
        switch value {
        case .array(let elements): return .array(elements.map(resolve))
        case .object(let object):
            if object.count == 1, let function = object.keys.first, let argument = object[function] {
                switch function {
                case "Ref": return ["Ref": reference(argument)]
                case "Fn::GetAtt": return ["Fn::GetAtt": attribute(argument)]
                case "Fn::Sub": return ["Fn::Sub": substitution(argument)]
                default: break
                }
            }
            return .object(JSONObject(object.map { ($0.key, resolve($0.value)) }))
        default: return value
        }
    }

    private func reference(_ argument: JSON) -> JSON {
        guard let parts = argument.stringValue?.split(separator: ".", maxSplits: 1), parts.count == 2,
            let id = ids[String(parts[0])]?[String(parts[1])]
        else { return resolve(argument) }
        return .string(id)
    }

    /// Some clients cut `Function.Alias.Arn` behind the first point, some behind the last.
    private func attribute(_ argument: JSON) -> JSON {
        let texts = argument.arrayValue.map { $0.compactMap(\.stringValue) } ?? []
        let parts = texts.joined(separator: ".").split(separator: ".")
        guard texts.count == argument.arrayValue?.count, parts.count >= 2,
            let id = ids[String(parts[0])]?[String(parts[1])]
        else { return argument }
        return .array([.string(id)] + parts.dropFirst(2).map { .string(String($0)) })
    }

    private func substitution(_ argument: JSON) -> JSON {
        switch argument {
        case .string(let text): return .string(replaced(text))
        case .array(let parts):
            guard let text = parts.first?.stringValue else { return argument }
            return .array([.string(replaced(text))] + parts.dropFirst().map(resolve))
        default: return argument
        }
    }

    private func replaced(_ text: String) -> String {
        SubstitutedText.replacing(in: text) { name in
            let parts = name.split(separator: ".")
            guard parts.count >= 2, let id = ids[String(parts[0])]?[String(parts[1])] else { return nil }
            return "${" + ([Substring(id)] + parts.dropFirst(2)).joined(separator: ".") + "}"
        }
    }
}
