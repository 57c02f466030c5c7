import AWSWire
import JSONTree

/// Filters of a list of parameters: all must hold, each for any of its values.
///
/// Source: API reference, `ParameterStringFilter`.
struct ParameterFilter: Sendable {
    /// One condition.
    private struct Condition: Sendable {
        let key: String
        let option: String
        let values: [String]
    }

    private var conditions: [Condition] = []

    /// Whether everything matches.
    var isEmpty: Bool { conditions.isEmpty }

    /// What tells these filters from others.
    var identity: String {
        conditions.map { "\($0.key) \($0.option) \($0.values.joined(separator: ","))" }.joined(separator: ";")
    }

    /// The labels that are asked for; `nil` when none are.
    var labels: Set<String>? { conditions.first { $0.key == "Label" }.map { Set($0.values) } }

    /// Reads `ParameterFilters`.
    ///
    /// - Parameters:
    ///   - keys: What the action may be filtered by.
    ///   - tags: Whether by tags too.
    static func read(_ list: [JSON]?, keys: [String], tags: Bool = false) throws(ServiceError) -> ParameterFilter {
        var filter = ParameterFilter()
        for item in list ?? [] {
            let key = item["Key"]?.stringValue ?? ""
            let isTag = key.hasPrefix("tag:")
            guard keys.contains(key) || (tags && isTag) else {
                throw .invalidFilterKey(
                    "The following filter key is not valid: \(key). Valid filter keys include: [\(keys.joined(separator: ", "))]."
                )
            }
            guard !filter.conditions.contains(where: { $0.key == key }) else {
                throw .invalidFilterKey(
                    "The following filter is duplicated in the request: \(key). A request can contain only one occurrence of a specific filter."
                )
            }
            let values = item["Values"]?.arrayValue?.compactMap(\.stringValue) ?? []
            let option = item["Option"]?.stringValue ?? (key == "Path" ? "OneLevel" : "Equals")
            try check(key, option, values)
            guard !values.isEmpty || isTag else {
                throw .invalidFilterValue("The following filter values are missing : null for filter key \(key)")
            }
            filter.conditions.append(Condition(key: key, option: option, values: values))
        }
        return filter
    }

    /// Reads `Filters`, the older form, whose names are beginnings of names.
    static func readOld(_ list: [JSON]?) throws(ServiceError) -> ParameterFilter {
        var filter = ParameterFilter()
        for item in list ?? [] {
            let key = item["Key"]?.stringValue ?? ""
            filter.conditions.append(
                Condition(
                    key: key, option: key == "Name" ? "BeginsWith" : "Equals",
                    values: item["Values"]?.arrayValue?.compactMap(\.stringValue) ?? []))
        }
        return filter
    }

    /// Whether a version of a parameter is meant.
    func match(_ parameter: Parameter, _ version: ParameterVersion) -> Bool {
        conditions.allSatisfy { Self.holds($0, parameter, version) }
    }

    private static func check(_ key: String, _ option: String, _ values: [String]) throws(ServiceError) {
        let options =
            switch key {
            case "Path": ["Recursive", "OneLevel"]
            case "Name": ["BeginsWith", "Equals", "Contains"]
            case "KeyId": ["BeginsWith", "Equals"]
            default: ["Equals"]
            }
        guard options.contains(option) else {
            throw .invalidFilterOption(
                "The following filter option is not valid: \(option). Valid options include: [\(options.joined(separator: ", "))]."
            )
        }
        let known: [String]
        switch key {
        case "Type": known = ["SecureString", "String", "StringList"]
        case "Tier": known = ["Standard", "Advanced", "Intelligent-Tiering"]
        case "Path":
            for path in values { try ParameterName.check(path: path) }
            return
        default: return
        }
        if let wrong = values.first(where: { !known.contains($0) }) {
            throw .invalidFilterOption(
                "The following filter value is not valid: \(wrong). Valid values include: [\(known.joined(separator: ", "))]."
            )
        }
    }

    private static func holds(_ condition: Condition, _ parameter: Parameter, _ version: ParameterVersion) -> Bool {
        switch condition.key {
        case "Path":
            return condition.values.contains {
                ParameterName.isBelow(parameter.name, path: $0, recursively: condition.option == "Recursive")
            }
        case "Label": return condition.values.contains { version.labels.contains($0) }
        case "Name" where condition.option != "Contains":
            return compares(rooted(parameter.name), condition.option, condition.values.map(rooted))
        case "Name": return compares(parameter.name, condition.option, condition.values)
        case "Type": return compares(version.type, condition.option, condition.values)
        case "Tier": return compares(version.tier, condition.option, condition.values)
        case "DataType": return compares("text", condition.option, condition.values)
        case "KeyId": return version.keyID.map { compares($0, condition.option, condition.values) } ?? false
        default:
            guard let tag = parameter.tags[String(condition.key.dropFirst("tag:".count))]?.stringValue else {
                return false
            }
            return condition.values.isEmpty || condition.values.contains(tag)
        }
    }

    private static func compares(_ text: String, _ option: String, _ values: [String]) -> Bool {
        switch option {
        case "BeginsWith": values.contains { text.utf8.starts(with: $0.utf8) }
        case "Contains": values.contains { text.contains($0) }
        default: values.contains(text)
        }
    }

    /// Names are compared as if each began with a slash.
    private static func rooted(_ name: String) -> String { name.hasPrefix("/") ? name : "/" + name }
}
