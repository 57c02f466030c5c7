import AWSWire
import JSONTree

/// Tags of a key: lists of `{TagKey, TagValue}` in requests and answers.
enum KeyTags {
    /// Adds tags, or replaces those of the same names.
    ///
    /// - Throws: `TagException`, `LimitExceededException`.
    static func add(_ tags: [JSON], to key: inout KMSKey, in context: RequestContext) throws(ServiceError) {
        var seen: Set<String> = []
        for tag in tags {
            guard let name = tag["TagKey"]?.stringValue, let value = tag["TagValue"]?.stringValue,
                seen.insert(name).inserted, context.maySetReservedTags || !ReservedTags.contains(name)
            else { throw ServiceError("TagException", "Tags have different keys, which do not begin with aws:.") }
            key.tags[name] = .string(value)
        }
        guard ReservedTags.othersCount(key.tags.keys) <= Limits.tagsMax else {
            throw ServiceError("LimitExceededException", "A key can have no more than \(Limits.tagsMax) tags.")
        }
    }
}
