import JSONTree

/// Checks a response against its shape and words the first problem as AWS's TestState does (observed unless marked).
///
/// Members that the shape does not have are nobody's business.
struct ResponseCheck {
    /// Where the shapes are.
    let model: ServiceModel
    /// Whether required members must be there.
    let isComplete: Bool
    /// Members of the response that may be anything.
    let open: Set<String>

    /// What is wrong with a response; `nil` when nothing is.
    func problem(of response: JSON, as shape: Int) -> String? {
        guard case .object(let object) = response else { return "Mocked result must be a JSON object" }
        return problem(in: object, as: model.shapes[shape], open: open)
    }

    private func problem(in object: JSONObject, as shape: Shape, open: Set<String> = []) -> String? {
        for member in shape.members {
            guard let value = object[member.name], !value.isNull else {
                if isComplete, member.isRequired { return "Required field '\(member.name)' is missing" }
                continue
            }
            if open.contains(member.name) { continue }
            if let problem = problem(of: value, as: model.shapes[member.shape], named: member.name) { return problem }
        }
        return nil
    }

    private func problem(of value: JSON, as shape: Shape, named name: String) -> String? {
        switch (shape.kind, value) {
        case (.structure, .object(let object)): return problem(in: object, as: shape)
        case (.list(let element, _, _), .array(let items)):
            return problem(ofLength: items.count, shape, name)
                ?? first(of: items) { problem(of: $0, as: model.shapes[element], named: name) }
        case (.map(_, let content, _, _, _), .object(let object)):
            return first(of: object) { problem(of: $0.value, as: model.shapes[content], named: $0.key) }
        case (.string, .string(let text)), (.blob, .string(let text)):
            if !shape.values.isEmpty, !shape.values.contains(text) { return "Field '\(name)' is not an expected value" }
            return problem(ofLength: text.unicodeScalars.count, shape, name)
        case (.timestamp, .string), (.boolean, .bool): return nil
        case (.integer, _), (.fraction, _):
            guard value.isNumber, let number = value.doubleValue else { return "Field '\(name)' must be a number" }
            return problem(ofNumber: number, shape, name)
        default: return "Field '\(name)' must be \(Self.noun(for: shape.kind))"
        }
    }

    private func first<Items: Sequence>(of items: Items, _ check: (Items.Element) -> String?) -> String? {
        for item in items {
            if let problem = check(item) { return problem }
        }
        return nil
    }

    /// The greatest length is worded by analogy.
    private func problem(ofLength length: Int, _ shape: Shape, _ name: String) -> String? {
        if let minimum = shape.minimum, length < minimum { return "Field '\(name)' is smaller than the minimum length" }
        if let maximum = shape.maximum, length > maximum { return "Field '\(name)' is larger than the maximum length" }
        return nil
    }

    /// The greatest value is worded by analogy.
    private func problem(ofNumber number: Double, _ shape: Shape, _ name: String) -> String? {
        if let minimum = shape.minimum, number < Double(minimum) {
            return "Field '\(name)' is less than the minimum value"
        }
        if let maximum = shape.maximum, number > Double(maximum) {
            return "Field '\(name)' is greater than the maximum value"
        }
        return nil
    }

    private static func noun(for kind: Shape.Kind) -> String {
        switch kind {
        case .structure, .map: "an object"
        case .list: "an array"
        case .string, .blob, .timestamp: "a string"
        case .integer, .fraction: "a number"
        case .boolean: "a boolean"
        }
    }
}
