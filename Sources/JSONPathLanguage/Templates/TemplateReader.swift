import JSONTree

/// Turns JSON into the parts of a template and collects what is wrong with it.
struct TemplateReader {
    /// The mistakes found, in the order in which they stand.
    private(set) var problems: [TemplateSyntaxError] = []

    /// Reads a part. What holds a mistake is taken as a constant.
    mutating func read(_ json: JSON, pointer: String, depth: Int) -> TemplateNode {
        guard depth <= Limits.templateDepthMax else {
            let message = "The payload template is nested too deeply"
            problems.append(TemplateSyntaxError(kind: .tooDeep, field: "", pointer: pointer, message: message))
            return .constant(json)
        }
        switch json {
        case .object(let object): return read(object, pointer: pointer, depth: depth)
        case .array(let elements):
            var nodes: [TemplateNode] = []
            for (position, element) in elements.enumerated() {
                nodes.append(read(element, pointer: "\(pointer)/\(position)", depth: depth + 1))
            }
            return nodes.allSatisfy(\.isConstant) ? .constant(json) : .array(nodes)
        default: return .constant(json)
        }
    }

    private mutating func read(_ object: JSONObject, pointer: String, depth: Int) -> TemplateNode {
        var members: [(key: String, value: TemplateNode)] = []
        var names = JSONObject()
        for (key, value) in object {
            let place = "\(pointer)/\(Self.escaped(key))"
            let isComputed = key.hasSuffix(".$")
            let name = isComputed ? String(key.dropLast(2)) : key
            if names[name] != nil {
                let message = "The fields '\(name)' and '\(name).$' must not stand together"
                problems.append(
                    TemplateSyntaxError(kind: .duplicateField, field: key, pointer: place, message: message))
            }
            names[name] = .null
            let node =
                isComputed ? computed(value, field: key, pointer: place) : read(value, pointer: place, depth: depth + 1)
            members.append((name, node))
        }
        return members.allSatisfy(\.value.isConstant) ? .constant(.object(object)) : .object(members)
    }

    private mutating func computed(_ value: JSON, field: String, pointer: String) -> TemplateNode {
        if case .string(let text) = value {
            // Which rule the text breaks does not show in what AWS answers.
            if text.hasPrefix("$"), let path = try? JSONPath(text) { return .path(path, field: field) }
            if let call = try? IntrinsicCall(text) { return .call(call, field: field) }
        }
        let message = "The value for the field '\(field)' must be a valid JSONPath or a valid intrinsic function call"
        problems.append(TemplateSyntaxError(kind: .invalidPath, field: field, pointer: pointer, message: message))
        return .constant(value)
    }

    /// A key as a part of a JSON pointer.
    private static func escaped(_ key: String) -> String {
        var text = ""
        for scalar in key.unicodeScalars {
            switch scalar {
            case "~": text += "~0"
            case "/": text += "~1"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }
}
