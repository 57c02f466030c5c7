import JSONTree
import ResourceNames

/// Turns form parameters into an action's JSON shape.
struct QueryDecoder {
    let model: ServiceModel

    /// The members of a structure that are there.
    func structure(_ members: [Shape.Member], _ node: ParameterNode) throws(ServiceError) -> JSON {
        var pairs = JSONObject()
        for member in members {
            if let value = try value(member, node) { pairs[member.name] = value }
        }
        return .object(pairs)
    }

    /// A member by its name on the wire; a flattened list or map has its entries right below.
    private func value(_ member: Shape.Member, _ node: ParameterNode) throws(ServiceError) -> JSON? {
        guard let child = node.child(member.wireName) else { return nil }
        return try value(member.shape, child)
    }

    private func value(_ place: Int, _ node: ParameterNode) throws(ServiceError) -> JSON {
        switch model.shapes[place].kind {
        case .structure(let members): return try structure(members, node)
        case .list(let element, let elementName, let isFlat):
            var items: [JSON] = []
            for entry in (isFlat ? node : node.child(elementName) ?? node).numbered {
                items.append(try value(element, entry))
            }
            return .array(items)
        case .map(_, let item, let keyName, let valueName, let isFlat):
            var pairs = JSONObject()
            for entry in (isFlat ? node : node.child("entry") ?? node).numbered {
                guard let key = entry.child(keyName)?.value else { throw malformed("A map entry has no \(keyName)") }
                guard let found = entry.child(valueName) else { continue }
                pairs[key] = try value(item, found)
            }
            return .object(pairs)
        default:
            guard let text = node.value else { throw malformed("Start of structure or map found where not expected") }
            return try QueryDecoder.scalar(text, model.shapes[place].kind)
        }
    }

    /// A scalar from its text; also for paths, query strings and headers of REST.
    static func scalar(_ text: String, _ kind: Shape.Kind) throws(ServiceError) -> JSON {
        switch kind {
        case .integer:
            guard let number = Int64(text) else { throw ServiceError("MalformedInput", "\(text) is not an integer") }
            return .integer(number)
        case .fraction:
            guard let number = Double(text), number.isFinite else {
                throw ServiceError("MalformedInput", "\(text) is not a number")
            }
            return .double(number)
        case .boolean:
            switch text {
            case "true", "True", "TRUE": return .bool(true)
            case "false", "False", "FALSE": return .bool(false)
            default: throw ServiceError("MalformedInput", "\(text) is not a boolean")
            }
        case .timestamp:
            if let instant = Timestamp(iso8601: text) { return .double(Double(instant.milliseconds) / 1_000) }
            guard let seconds = Double(text), seconds.isFinite else {
                throw ServiceError("MalformedInput", "\(text) is not a timestamp")
            }
            return .double(seconds)
        default: return .string(text)
        }
    }

    private func malformed(_ message: String) -> ServiceError { ServiceError("MalformedInput", message) }
}
