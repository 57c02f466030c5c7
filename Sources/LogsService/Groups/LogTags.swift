import AWSWire
import JSONTree

/// Tags of a group.
enum LogTags {
    /// Adds tags, or replaces those of the same names.
    ///
    /// - Throws: `TooManyTagsException`; `InvalidParameterException` for tags of AWS's own.
    static func add(
        _ tags: [(key: String, value: String)], to group: inout LogGroup, in context: RequestContext
    ) throws(ServiceError) {
        guard ReservedTags.mayBeSet(tags.lazy.map { $0.key }, in: context) else {
            throw .invalid(ReservedTags.refusal)
        }
        for tag in tags { group.tags[tag.key] = .string(tag.value) }
        guard ReservedTags.othersCount(group.tags.keys) <= Limits.tagsMax else {
            throw ServiceError("TooManyTagsException", "A resource can have no more than \(Limits.tagsMax) tags.")
        }
    }
}
