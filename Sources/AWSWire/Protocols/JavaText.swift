import JSONTree

/// Values as AWS prints them inside messages: `[Tag(key=a, value=b)]`, `{a=b}`.
enum JavaText {
    /// Prints a value of a shape; `nil` when it holds a secret.
    static func of(_ value: JSON, _ place: Int, _ model: ServiceModel) -> String? {
        let shape = model.shapes[place]
        if shape.isSensitive { return nil }
        switch (shape.kind, value) {
        case (.structure(let members), .object(let pairs)):
            var parts: [String] = []
            for member in members {
                guard let item = pairs[member.name] else { continue }
                guard let text = of(item, member.shape, model) else { return nil }
                parts.append("\(member.name)=\(text)")
            }
            return "\(shape.name)(\(parts.joined(separator: ", ")))"
        case (.list(let element, _, _), .array(let items)):
            let parts = items.map { of($0, element, model) }
            return parts.contains(nil) ? nil : "[\(parts.compactMap(\.self).joined(separator: ", "))]"
        case (.map(_, let item, _, _, _), .object(let pairs)):
            let parts = pairs.map { pair in of(pair.value, item, model).map { "\(pair.key)=\($0)" } }
            return parts.contains(nil) ? nil : "{\(parts.compactMap(\.self).joined(separator: ", "))}"
        case (.fraction, _): return value.doubleValue.map { String($0) } ?? value.text
        default: return value.stringValue ?? value.text
        }
    }
}
