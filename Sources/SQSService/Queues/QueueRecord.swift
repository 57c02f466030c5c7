import JSONTree
import ResourceNames

/// A queue as stored: all of it but its messages.
struct QueueRecord: Sendable {
    let key: QueueKey
    /// Names the queue's messages in the store; never used again.
    let number: Int64
    /// When it was made.
    let createdAt: Timestamp
    /// When its settings or tags changed last.
    var modifiedAt: Timestamp
    /// Its settings.
    var attributes: QueueAttributes
    var tags: [(key: String, value: String)]
    /// A purge is refused until then.
    var purgeAllowedAt = Timestamp(milliseconds: .min)

    /// A queue made just now.
    init(
        key: QueueKey, number: Int64, createdAt: Timestamp, attributes: QueueAttributes,
        tags: [(key: String, value: String)]
    ) {
        self.key = key
        self.number = number
        self.createdAt = createdAt
        modifiedAt = createdAt
        self.attributes = attributes
        self.tags = tags
    }

    /// Reads the stored form; `nil` when it is damaged.
    init?(storeKey: String, bytes: [UInt8]) {
        let parts = storeKey.split(separator: ":")
        guard parts.count == 3, let shape = try? JSON.parse(bytes),
            let number = shape["number"]?.integerValue, let created = shape["createdAt"]?.integerValue,
            let modified = shape["modifiedAt"]?.integerValue, let explicit = shape["attributes"]?.objectValue
        else { return nil }
        key = QueueKey(account: String(parts[0]), region: String(parts[1]), name: String(parts[2]))
        self.number = number
        createdAt = Timestamp(milliseconds: created)
        modifiedAt = Timestamp(milliseconds: modified)
        attributes = QueueAttributes(isFIFO: key.isFIFO)
        for (name, value) in explicit { attributes.restore(name, value.stringValue ?? "") }
        if let instant = shape["purgeAllowedAt"]?.integerValue {
            purgeAllowedAt = Timestamp(milliseconds: instant)
        }
        tags = []
        for (name, value) in shape["tags"]?.objectValue ?? JSONObject() { tags.append((name, value.stringValue ?? "")) }
    }

    /// The stored form.
    var bytes: [UInt8] {
        let shape: JSON = .object(
            JSONObject([
                ("number", .integer(number)),
                ("createdAt", .integer(createdAt.milliseconds)),
                ("modifiedAt", .integer(modifiedAt.milliseconds)),
                ("purgeAllowedAt", .integer(purgeAllowedAt.milliseconds)),
                ("attributes", .object(JSONObject(attributes.explicit.map { ($0.name, .string($0.value)) }))),
                ("tags", .object(JSONObject(tags.map { ($0.key, .string($0.value)) }))),
            ]))
        return shape.bytes
    }
}
