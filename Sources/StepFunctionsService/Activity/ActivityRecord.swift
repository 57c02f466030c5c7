import JSONTree
import ResourceNames
import StorageContract

/// An activity as the service keeps it.
struct ActivityRecord: StoredResource {
    let arn: ActivityARN
    let createdAt: Timestamp
    /// As it was given and completed; `nil`: AWS's own key.
    let encryptionConfiguration: JSON?
    /// In the order in which they were given.
    var tags: [(key: String, value: String)]

    static let kind = "activity"
    var key: String { arn.text }

    /// The write that keeps it.
    var mutation: Mutation { .putResource(kind: Self.kind, key: key, bytes: json.bytes) }

    /// The stored form.
    var json: JSON {
        [
            "arn": .string(arn.text), "created": .integer(createdAt.milliseconds),
            "encryption": encryptionConfiguration ?? .null, "tags": TagList.json(tags),
        ]
    }

    /// Reads the stored form.
    init?(json: JSON) {
        guard let arn = json["arn"]?.stringValue.flatMap({ ActivityARN($0) }),
            let created = json["created"]?.integerValue
        else { return nil }
        self.init(
            arn: arn, createdAt: Timestamp(milliseconds: created),
            encryptionConfiguration: json["encryption"]?.unlessNull,
            tags: TagList.pairs(json["tags"]))
    }

    init(
        arn: ActivityARN, createdAt: Timestamp, encryptionConfiguration: JSON?, tags: [(key: String, value: String)]
    ) {
        self.arn = arn
        self.createdAt = createdAt
        self.encryptionConfiguration = encryptionConfiguration
        self.tags = tags
    }
}
