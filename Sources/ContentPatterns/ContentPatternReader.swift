import JSONTree

/// Reads the structure of patterns; `ContentConditionReader` reads what stands in their lists.
enum ContentPatternReader {
    /// Names of operators, which are no names of fields inside `$or`.
    private static let reserved: Set<String> = [
        "exactly", "prefix", "suffix", "anything-but", "exists", "numeric", "cidr", "equals-ignore-case", "wildcard",
    ]

    /// What an object demands.
    static func requirements(_ object: JSONObject, isInsideOr: Bool) throws(ContentPatternError) -> [ContentPattern
        .Requirement]
    {
        guard !object.isEmpty else { throw ContentPatternError("Empty objects are not allowed") }
        var requirements: [ContentPattern.Requirement] = []
        for (name, rule) in object {
            if name == "$or" {
                requirements.append(try alternatives(rule))
                continue
            }
            if isInsideOr, reserved.contains(name) {
                throw ContentPatternError("\(name) is Ruler reserved fieldName which cannot be used inside $or.")
            }
            switch rule {
            case .object(let inner):
                requirements.append(.nested(name, try self.requirements(inner, isInsideOr: isInsideOr)))
            case .array(let list): requirements.append(.leaf(name, try conditions(list)))
            default: throw ContentPatternError("\"\(name)\" must be an object or an array")
            }
        }
        return requirements
    }

    private static func alternatives(_ rule: JSON) throws(ContentPatternError) -> ContentPattern.Requirement {
        guard let list = rule.arrayValue else { throw ContentPatternError("It must be an Array followed with $or.") }
        var branches: [[ContentPattern.Requirement]] = []
        for choice in list {
            guard let object = choice.objectValue else {
                throw ContentPatternError("Only JSON object is allowed in array of $or relationship.")
            }
            branches.append(try requirements(object, isInsideOr: true))
        }
        guard branches.count >= 2 else {
            throw ContentPatternError("There must have at least 2 Objects in $or relationship.")
        }
        return .anyOf(branches)
    }

    private static func conditions(_ list: [JSON]) throws(ContentPatternError) -> [ContentCondition] {
        guard !list.isEmpty else { throw ContentPatternError("Empty arrays are not allowed") }
        var conditions: [ContentCondition] = []
        for element in list {
            switch element {
            case .object(let object): conditions.append(try ContentConditionReader.condition(object))
            case .array:
                throw ContentPatternError("Match value must be String, number, true, false, or null")
            default: conditions.append(.equals(element))
            }
        }
        return conditions
    }
}
