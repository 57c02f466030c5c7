import JSONTree
import ResourceNames

/// A JSON value in which the fields whose names end in `.$` are computed: `Parameters`, `ResultSelector`, `ItemSelector`, `Assign`.
///
/// Source: Amazon States Language, "Payload Template".
package struct PayloadTemplate: Sendable {
    private let node: TemplateNode

    /// Reads a template; the first mistake found is thrown.
    package init(_ json: JSON) throws(TemplateSyntaxError) {
        node = try TemplateNode(json, pointer: "", depth: 0)
    }

    /// Whether nothing in it is computed.
    package var isConstant: Bool { constant != nil }

    /// The value, if nothing in it is computed.
    package var constant: JSON? { if case .constant(let value) = node { value } else { nil } }

    /// The names of the variables its paths read.
    package var variableNames: [String] {
        var names: [String] = []
        node.collectVariables(into: &names)
        return names
    }

    /// The value for an input. Fields are computed in the order in which they stand.
    package func evaluate(in scope: some EvaluationScope, chance: inout Chance) throws(TemplateFailure) -> JSON {
        try node.evaluate(in: scope, chance: &chance)
    }
}

/// A part of a template.
indirect enum TemplateNode: Sendable {
    /// Nothing in it is computed.
    case constant(JSON)
    case object([(key: String, value: TemplateNode)])
    case array([TemplateNode])
    /// `"field": "$.path"`.
    case path(JSONPath, field: String)
    /// `"field": "States.Format(…)"`.
    case call(IntrinsicCall, field: String)

    init(_ json: JSON, pointer: String, depth: Int) throws(TemplateSyntaxError) {
        guard depth <= Limits.templateDepthMax else {
            throw TemplateSyntaxError(kind: .tooDeep, field: "", pointer: pointer, message: "The payload template is nested too deeply")
        }
        switch json {
        case .object(let object): self = try Self.object(object, pointer: pointer, depth: depth)
        case .array(let elements):
            var nodes: [TemplateNode] = []
            for (position, element) in elements.enumerated() {
                nodes.append(try TemplateNode(element, pointer: "\(pointer)/\(position)", depth: depth + 1))
            }
            self = nodes.allSatisfy(\.isConstant) ? .constant(json) : .array(nodes)
        default: self = .constant(json)
        }
    }

    private static func object(_ object: JSONObject, pointer: String, depth: Int) throws(TemplateSyntaxError) -> TemplateNode {
        var members: [(key: String, value: TemplateNode)] = []
        var names = JSONObject()
        for (key, value) in object {
            let place = "\(pointer)/\(escaped(key))"
            let isComputed = key.hasSuffix(".$")
            let name = isComputed ? String(key.dropLast(2)) : key
            guard names[name] == nil else {
                throw TemplateSyntaxError(
                    kind: .duplicateField, field: key, pointer: place, message: "The field '\(name)' and the field '\(name).$' must not stand together")
            }
            names[name] = .null
            members.append((name, isComputed ? try computed(value, field: key, pointer: place) : try TemplateNode(value, pointer: place, depth: depth + 1)))
        }
        return members.allSatisfy(\.value.isConstant) ? .constant(.object(object)) : .object(members)
    }

    private static func computed(_ value: JSON, field: String, pointer: String) throws(TemplateSyntaxError) -> TemplateNode {
        if case .string(let text) = value {
            // Which rule the text breaks does not show in what AWS answers.
            if text.hasPrefix("$"), let path = try? JSONPath(text) { return .path(path, field: field) }
            if let call = try? IntrinsicCall(text) { return .call(call, field: field) }
        }
        throw TemplateSyntaxError(
            kind: .invalidPath, field: field, pointer: pointer,
            message: "The value for the field '\(field)' must be a valid JSONPath or a valid intrinsic function call")
    }

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

    private var isConstant: Bool { if case .constant = self { true } else { false } }

    func collectVariables(into names: inout [String]) {
        switch self {
        case .constant: break
        case .object(let members): for member in members { member.value.collectVariables(into: &names) }
        case .array(let nodes): for node in nodes { node.collectVariables(into: &names) }
        case .path(let path, _): if let name = path.variableName { names.append(name) }
        case .call(let call, _): names += call.variableNames
        }
    }

    func evaluate(in scope: some EvaluationScope, chance: inout Chance) throws(TemplateFailure) -> JSON {
        switch self {
        case .constant(let value): return value
        case .object(let members):
            var object = JSONObject()
            object.reserveCapacity(members.count)
            for member in members { object[member.key] = try member.value.evaluate(in: scope, chance: &chance) }
            return .object(object)
        case .array(let nodes):
            var elements: [JSON] = []
            elements.reserveCapacity(nodes.count)
            for node in nodes { elements.append(try node.evaluate(in: scope, chance: &chance)) }
            return .array(elements)
        case .path(let path, let field):
            do {
                return try path.evaluate(in: scope)
            } catch {
                throw TemplateFailure(.path(error), field: field, input: scope.input)
            }
        case .call(let call, let field): return try call.evaluate(in: scope, chance: &chance, field: field)
        }
    }
}
