import JSONTree

/// The tags that a request sets or takes away, in whichever of the shapes its service has them.
struct RequestTags {
    /// Those it sets.
    private(set) var pairs: [(key: String, value: String)] = []
    /// Keys of all it sets or takes away.
    private(set) var keys: [String] = []

    /// The tags of an action's input.
    init(_ input: JSON) {
        for name in ["tags", "Tags"] {
            switch input[name] {
            case .object(let members): pairs += members.map { ($0.key, $0.value.stringValue ?? "") }
            case .array(let list):
                for item in list {
                    if let key = item.stringValue { keys.append(key) }
                    guard let key = Self.member("key", of: item) else { continue }
                    pairs.append((key, Self.member("value", of: item) ?? ""))
                }
            default: break
            }
        }
        for name in ["tagKeys", "TagKeys"] { keys += input[name]?.arrayValue?.compactMap(\.stringValue) ?? [] }
        keys += pairs.map { $0.key }
    }

    /// `Key`, `key` or `TagKey`; the same of the value.
    private static func member(_ name: String, of item: JSON) -> String? {
        let capital = name == "key" ? "Key" : "Value"
        return (item[name] ?? item[capital] ?? item["Tag" + capital])?.stringValue
    }
}
