import AWSWire
import ContentPatterns
import JSONTree

/// Which messages a subscription wants.
///
/// Source: Amazon SNS developer guide, "Amazon SNS subscription filter policies".
struct FilterPolicy: Sendable {
    /// `nil`: an empty policy, which every message passes.
    private let pattern: ContentPattern?
    /// The policy looks at the message's JSON instead of its attributes.
    let appliesToBody: Bool

    /// Reads and checks the text of a policy.
    init(_ text: String, appliesToBody: Bool) throws(ServiceError) {
        guard text.utf8.count <= Limits.filterBytesMax else {
            throw .invalid("FilterPolicy: Filter policy is too large")
        }
        guard let json = try? JSON.parse(text), let policy = json.objectValue else {
            throw .invalid("FilterPolicy: failed to parse JSON.")
        }
        self.appliesToBody = appliesToBody
        guard appliesToBody || !policy.values.contains(where: \.isObject) else {
            throw .invalid("Filter policy scope MessageAttributes does not support nested filter policy")
        }
        let size = Self.size(policy)
        guard size.keys <= Limits.filterKeysMax else {
            throw .invalid("FilterPolicy: Filter policy can not have more than \(Limits.filterKeysMax) keys")
        }
        guard size.combinations <= Limits.filterCombinationsMax else {
            throw .invalid("FilterPolicy: Filter policy is too complex")
        }
        guard !policy.isEmpty else {
            pattern = nil
            return
        }
        do throws(ContentPatternError) { pattern = try ContentPattern(json) } catch {
            throw .invalid("FilterPolicy: \(error.message)")
        }
    }

    /// Leaf keys, and combinations of their values: the product of how many values each has, its depth counted as often.
    ///
    /// Source: developer guide, "Filter policy constraints". Branches of `$or` add up.
    private static func size(_ policy: JSONObject, depth: Int = 1) -> (keys: Int, combinations: Int) {
        var (keys, product) = (0, 1)
        for (name, rule) in policy {
            var part: (keys: Int, combinations: Int)
            switch rule {
            case .object(let inner): part = size(inner, depth: depth + 1)
            case .array(let branches) where name == "$or":
                part = (0, 0)
                for case .object(let branch) in branches {
                    let one = size(branch, depth: depth)
                    part = (max(part.keys, one.keys), min(part.combinations + one.combinations, Int(Int32.max)))
                }
            case .array(let values): part = (1, values.count * depth)
            default: part = (1, 1)
            }
            keys += part.keys
            product = min(product * max(part.combinations, 1), Int(Int32.max))
        }
        return (keys, product)
    }

    /// Whether a message passes.
    func accepts(message: String, attributes: JSONObject) -> Bool {
        guard let pattern else { return true }
        guard appliesToBody else { return pattern.matches(Self.values(of: attributes)) }
        // A message that is no JSON object passes no policy on bodies.
        guard let body = try? JSON.parse(message), body.isObject else { return false }
        return pattern.matches(body)
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
}
