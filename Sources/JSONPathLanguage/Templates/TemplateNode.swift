import JSONTree
import ResourceNames

/// A part of a template.
indirect enum TemplateNode: Sendable {
    /// Nothing in it is computed.
    case constant(JSON)
    /// Some members are computed.
    case object([(key: String, value: TemplateNode)])
    /// Something in some element is computed.
    case array([TemplateNode])
    /// `"field": "$.path"`.
    case path(JSONPath, field: String)
    /// `"field": "States.Format(…)"`.
    case call(IntrinsicCall, field: String)

    /// Whether nothing in it is computed.
    var isConstant: Bool { if case .constant = self { true } else { false } }

    /// Adds the paths in it.
    func collectPaths(into paths: inout [JSONPath]) {
        switch self {
        case .constant: break
        case .object(let members): for member in members { member.value.collectPaths(into: &paths) }
        case .array(let nodes): for node in nodes { node.collectPaths(into: &paths) }
        case .path(let path, _): paths.append(path)
        case .call(let call, _): paths += call.paths
        }
    }

    /// Its value for an input.
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
