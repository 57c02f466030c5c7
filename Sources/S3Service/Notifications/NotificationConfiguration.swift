import AWSWire
import JSONTree

/// Who is told of what happens in a bucket, in the form of its action.
struct NotificationConfiguration: Sendable {
    /// As it is kept and told again.
    let json: JSON
    /// In the order of the lists.
    let rules: [NotificationRule]
    /// The default event bus hears of everything.
    let tellsEventBus: Bool

    /// Reads a configuration; entries without a name get one.
    ///
    /// - Throws: `InvalidArgument` in AWS's words.
    init(_ json: JSON, makeID: () -> String) throws(ServiceError) {
        var kept = JSONObject()
        var rules: [NotificationRule] = []
        for list in NotificationRule.List.allCases {
            var entries: [JSON] = []
            for entry in json[list.rawValue]?.arrayValue ?? [] {
                guard var object = entry.objectValue else { throw .malformedXML }
                if object["Id"]?.stringValue?.isEmpty != false { object["Id"] = .string(makeID()) }
                entries.append(.object(object))
                rules.append(try NotificationRule(.object(object), in: list))
            }
            if !entries.isEmpty { kept[list.rawValue] = .array(entries) }
        }
        guard Set(rules.map(\.id)).count == rules.count else {
            throw .invalidArgument(
                "Same ID used for multiple configurations. Configurations on the same bucket cannot share an Id.", "Id",
                "")
        }
        for (index, rule) in rules.enumerated() where rules[..<index].contains(where: rule.overlaps) {
            throw .invalidArgument(
                "Configuration is ambiguously defined. Cannot have overlapping suffixes in two rules if the prefixes are overlapping for the same event type.",
                "Id", rule.id)
        }
        tellsEventBus = json["EventBridgeConfiguration"]?.unlessNull != nil
        if tellsEventBus { kept["EventBridgeConfiguration"] = .emptyObject }
        (self.json, self.rules) = (.object(kept), rules)
    }

    /// The configuration of a bucket; `nil` when nobody is told anything.
    static func of(_ bucket: Bucket) -> NotificationConfiguration? {
        // It was read when it was set.
        guard let json = bucket[.notification] else { return nil }
        return try? NotificationConfiguration(json, makeID: { "" })
    }
}
