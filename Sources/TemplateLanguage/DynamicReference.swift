import JSONTree

/// `{{resolve:ssm:NAME:VERSION}}` in a text of a template: the value is fetched when the resource is made.
package struct DynamicReference: Sendable, Hashable {
    /// `ssm`, `ssm-secure`, `secretsmanager`.
    package let service: String
    /// All that follows the service: `NAME`, `NAME:3`.
    package let key: String

    /// The name and the version of a parameter.
    package var parameter: (name: String, version: String?) {
        // Names may be ARNs: only a last part of digits is a version.
        guard let colon = key.lastIndex(of: ":"), Int(key[key.index(after: colon)...]) != nil else { return (key, nil) }
        return (String(key[..<colon]), String(key[key.index(after: colon)...]))
    }

    /// All references in the texts of a value.
    package static func all(in json: JSON) -> Set<DynamicReference> {
        switch json {
        case .string(let text): Set(pieces(of: text).compactMap(\.reference))
        case .array(let items): items.reduce(into: []) { $0.formUnion(all(in: $1)) }
        case .object(let object): object.values.reduce(into: []) { $0.formUnion(all(in: $1)) }
        default: []
        }
    }

    /// The value with each reference replaced by what was found for it.
    package static func replaced(in json: JSON, by values: [DynamicReference: String]) -> JSON {
        switch json {
        case .string(let text):
            .string(
                pieces(of: text).map { piece in
                    piece.reference.flatMap { values[$0] } ?? piece.text
                }.joined())
        case .array(let items): .array(items.map { replaced(in: $0, by: values) })
        case .object(let object): .object(JSONObject(object.map { ($0.key, replaced(in: $0.value, by: values)) }))
        default: json
        }
    }

    private static func pieces(of text: String) -> [(text: String, reference: DynamicReference?)] {
        guard text.contains("{{resolve:") else { return [(text, nil)] }
        var pieces: [(text: String, reference: DynamicReference?)] = []
        var rest = text[...]
        while let start = rest.firstRange(of: "{{resolve:"),
            let end = rest[start.upperBound...].firstRange(of: "}}")
        {
            pieces.append((String(rest[..<start.lowerBound]), nil))
            let inside = rest[start.upperBound..<end.lowerBound]
            let whole = String(rest[start.lowerBound..<end.upperBound])
            if let colon = inside.firstIndex(of: ":") {
                let key = String(inside[inside.index(after: colon)...])
                pieces.append((whole, DynamicReference(service: String(inside[..<colon]), key: key)))
            } else {
                pieces.append((whole, nil))
            }
            rest = rest[end.upperBound...]
        }
        return pieces + [(String(rest), nil)]
    }

    private init(service: String, key: String) { (self.service, self.key) = (service, key) }
}
