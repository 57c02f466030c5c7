import AWSWire
import JSONTree

/// Which messages a subscription wants.
///
/// Source: Amazon SNS developer guide, "Amazon SNS subscription filter policies".
struct FilterPolicy: Sendable {
    private let policy: JSONObject
    /// The policy looks at the message's JSON instead of its attributes.
    let appliesToBody: Bool

    /// Reads and checks the text of a policy.
    init(_ text: String, appliesToBody: Bool) throws(ServiceError) {
        guard let json = try? JSON.parse(text), let policy = json.objectValue else {
            throw .invalid("FilterPolicy: failed to parse JSON.")
        }
        self.policy = policy
        self.appliesToBody = appliesToBody
        try Self.check(policy, isNestingAllowed: appliesToBody)
    }

    /// Whether a message passes.
    func accepts(message: String, attributes: JSONObject) -> Bool {
        guard appliesToBody else { return Self.accepts(policy, Self.values(of: attributes)) }
        // A message that is no JSON object passes no policy on bodies.
        guard let body = try? JSON.parse(message), body.isObject else { return false }
        return Self.accepts(policy, body)
    }

    /// The attributes as JSON: texts, numbers, and lists for `String.Array`.
    private static func values(of attributes: JSONObject) -> JSON {
        var values = JSONObject()
        for (name, attribute) in attributes {
            guard let text = attribute["StringValue"]?.stringValue else { continue }
            switch attribute["DataType"]?.stringValue {
            case "Number": values[name] = (try? JSON.parse(text)) ?? .string(text)
            case "String.Array": values[name] = (try? JSON.parse(text)) ?? .string(text)
            default: values[name] = .string(text)
            }
        }
        return .object(values)
    }

    private static func accepts(_ policy: JSONObject, _ value: JSON) -> Bool {
        for (key, rule) in policy {
            if key == "$or" {
                let isMet = rule.arrayValue?.contains { $0.objectValue.map { accepts($0, value) } ?? false } ?? false
                guard isMet else { return false }
            } else if let nested = rule.objectValue {
                let inner = value[key]
                let candidates = inner?.arrayValue ?? inner.map { [$0] } ?? [.emptyObject]
                guard candidates.contains(where: { accepts(nested, $0) }) else { return false }
            } else {
                let found = value[key]
                let values = found.map { $0.arrayValue ?? [$0] }
                guard rule.arrayValue?.contains(where: { meets($0, values) }) ?? false else { return false }
            }
        }
        return true
    }

    /// Whether one condition holds for any of the values; `nil` when the key is absent.
    private static func meets(_ condition: JSON, _ values: [JSON]?) -> Bool {
        if let exists = condition["exists"]?.boolValue { return exists == (values != nil) }
        return values?.contains { FilterCondition.meets(condition, $0) } ?? false
    }

    private static func check(_ policy: JSONObject, isNestingAllowed: Bool) throws(ServiceError) {
        for (key, rule) in policy {
            if key == "$or", let choices = rule.arrayValue {
                for choice in choices {
                    guard let object = choice.objectValue else {
                        throw .invalid("FilterPolicy: $or must be a list of objects")
                    }
                    try check(object, isNestingAllowed: isNestingAllowed)
                }
            } else if let nested = rule.objectValue {
                guard isNestingAllowed else {
                    throw .invalid(
                        "FilterPolicy: Filter policy scope MessageAttributes does not support nested filter policy")
                }
                try check(nested, isNestingAllowed: true)
            } else {
                guard let conditions = rule.arrayValue else {
                    throw .invalid("FilterPolicy: \"\(key)\" must be an object or an array")
                }
                for condition in conditions { try FilterCondition.check(condition) }
            }
        }
    }
}
