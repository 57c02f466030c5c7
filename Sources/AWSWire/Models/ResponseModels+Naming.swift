import JSONTree
import ResourceNames

extension ResponseModels {
    /// An action's output as integrations of Step Functions show it: members with a capital, instants as texts, keys of maps as they are.
    ///
    /// - Parameters:
    ///   - service: As in `aws-sdk:`.
    ///   - action: With a small first letter.
    /// - Returns: `nil` when the action is not known here.
    package static func named(_ output: JSON, service: String, action: String) -> JSON? {
        guard let model = model(of: service), let shape = model.actions[action]?.output else { return nil }
        return named(output, as: model.shapes[shape], in: model)
    }

    private static func named(_ value: JSON, as shape: Shape, in model: ServiceModel) -> JSON {
        switch (shape.kind, value) {
        case (.structure(let members), .object(let object)):
            var result = JSONObject()
            for (key, inner) in object where !inner.isNull {
                let name = key.prefix(1).uppercased() + key.dropFirst()
                let member = members.first { $0.name == key || $0.name == name }
                result[member?.name ?? name] =
                    member.map { named(inner, as: model.shapes[$0.shape], in: model) } ?? inner
            }
            return .object(result)
        case (.list(let element, _, _), .array(let elements)):
            return .array(elements.map { named($0, as: model.shapes[element], in: model) })
        case (.map(_, let content, _, _, _), .object(let object)):
            return .object(JSONObject(object.map { ($0.key, named($0.value, as: model.shapes[content], in: model)) }))
        case (.timestamp, _):
            guard value.isNumber, let seconds = value.doubleValue else { return value }
            return .string(Timestamp(milliseconds: Int64((seconds * 1_000).rounded())).iso8601)
        default: return value
        }
    }
}
