import JSONTree

/// A definition written as an object: what only CloudFormation can work out becomes a named substitution.
struct SubstitutedDefinition {
    /// What stands for each name.
    private(set) var substitutions = JSONObject()

    /// Puts `${definition_substitution_N}` where intrinsic functions and dynamic references stand, in the order of the keys.
    mutating func replace(in definition: JSON) -> JSON {
        switch definition {
        case .array(let elements): return .array(elements.map { part($0) })
        case .object(let object):
            var result = object
            for name in object.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
                result[name] = object[name].map { part($0) }
            }
            return .object(result)
        default: return definition
        }
    }

    private mutating func part(_ value: JSON) -> JSON {
        guard Intrinsic.name(of: value) != nil || Self.isDynamic(value) else { return replace(in: value) }
        let name = "definition_substitution_\(substitutions.count + 1)"
        substitutions[name] = value
        return .string("${\(name)}")
    }

    /// `{{resolve:SERVICE:KEY}}`.
    private static func isDynamic(_ value: JSON) -> Bool {
        guard let text = value.stringValue, text.hasPrefix("{{resolve:"), text.hasSuffix("}}") else { return false }
        let parts = text.dropFirst("{{resolve:".count).dropLast(2).split(
            separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty
            && parts[0].allSatisfy { $0 == "-" || ("a"..."z").contains($0) }
    }
}
