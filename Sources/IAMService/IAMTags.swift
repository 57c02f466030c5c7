import AWSWire
import JSONTree

/// Tags of users, roles and policies. Keys differ whatever their case, as in AWS.
enum IAMTags {
    /// Adds tags, over those of the same key.
    static func add(
        _ list: [JSON], to tags: inout [(key: String, value: String)], in context: RequestContext
    ) throws(ServiceError) {
        for tag in list {
            guard let key = tag["Key"]?.stringValue, let value = tag["Value"]?.stringValue else {
                throw .validation("A tag needs Key and Value.")
            }
            guard context.maySetReservedTags || !ReservedTags.contains(key) else {
                throw ServiceError("InvalidInputException", "Tags with the prefix aws: belong to AWS: \(key)")
            }
            tags.removeAll { $0.key.lowercased() == key.lowercased() }
            tags.append((key, value))
        }
        guard ReservedTags.othersCount(tags.lazy.map { $0.key }) <= Limits.tagsMax else {
            throw .limitExceeded("The number of tags has reached the maximum limit.")
        }
    }

    /// Removes tags; those that are not there are none.
    static func remove(_ keys: [String], from tags: inout [(key: String, value: String)]) {
        let gone = Set(keys.map { $0.lowercased() })
        tags.removeAll { gone.contains($0.key.lowercased()) }
    }

    /// As answers hold them.
    static func shape(_ tags: [(key: String, value: String)]) -> JSON {
        .array(tags.map(shape))
    }

    /// One tag.
    static func shape(_ tag: (key: String, value: String)) -> JSON {
        ["Key": .string(tag.key), "Value": .string(tag.value)]
    }

    /// The stored form.
    static func stored(_ tags: [(key: String, value: String)]) -> JSON {
        .array(tags.map { .array([.string($0.key), .string($0.value)]) })
    }

    /// Reads the stored form.
    static func read(_ json: JSON?) -> [(key: String, value: String)] {
        json?.arrayValue?.compactMap { pair in
            guard let key = pair[0]?.stringValue, let value = pair[1]?.stringValue else { return nil }
            return (key, value)
        } ?? []
    }
}
