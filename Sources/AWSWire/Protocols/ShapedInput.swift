import JSONTree

/// Makes an action's input of something that means it but is written more freely, as templates are: names in another case,
/// numbers and truth values as texts, texts as numbers. Then it is checked as a request is.
package enum ShapedInput {
    /// The checked input of an action of a service; members that the action does not have are left out.
    ///
    /// - Throws: The service's refusal of what breaks its model.
    package static func fit(_ input: JSON, to action: String, of service: String) throws(ServiceError) -> JSON {
        guard let model = ServiceModel.all.first(where: { $0.service == service }),
            let place = model.actions[action]?.input
        else { return input }
        return try InputCheck.checked(fitted(input, place, model), as: place, of: model)
    }

    private static func fitted(_ value: JSON, _ place: Int, _ model: ServiceModel) -> JSON {
        switch (model.shapes[place].kind, value) {
        case (.structure(let members), .object(let given)): return .object(structure(given, members, model))
        case (.list(let element, _, _), .array(let items)): return .array(items.map { fitted($0, element, model) })
        case (.map(_, let item, _, _, _), .object(let pairs)):
            return .object(JSONObject(pairs.map { ($0.key, fitted($0.value, item, model)) }))
        case (.string, .bool(let flag)): return .string(flag ? "true" : "false")
        case (.string, .object), (.string, .array): return .string(value.text)
        case (.string, _): return value.numberText.map { .string($0) } ?? value
        case (.integer, .string(let text)): return Int64(text).map { .integer($0) } ?? value
        case (.fraction, .string(let text)): return Double(text).map { .double($0) } ?? value
        case (.boolean, .string("true")): return true
        case (.boolean, .string("false")): return false
        default: return value
        }
    }

    private static func structure(_ given: JSONObject, _ members: [Shape.Member], _ model: ServiceModel) -> JSONObject {
        var result = JSONObject()
        for member in members {
            let found =
                given[member.name]
                ?? given.first { $0.key.lowercased() == member.name.lowercased() }?.value
            if let found, !found.isNull { result[member.name] = fitted(found, member.shape, model) }
        }
        return result
    }
}
