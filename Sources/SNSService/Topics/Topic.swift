import AWSWire
import JSONTree

/// A topic as stored.
struct Topic: Sendable {
    let key: TopicKey
    /// What was set explicitly, in order.
    private(set) var attributes: [(name: String, value: String)] = []
    var tags: [(key: String, value: String)] = []

    /// A topic without settings.
    init(key: TopicKey) { self.key = key }

    /// Reads the stored form; `nil` when it is damaged.
    init?(storeKey: String, bytes: [UInt8]) {
        let parts = storeKey.split(separator: ":")
        guard parts.count == 3, let shape = try? JSON.parse(bytes) else { return nil }
        key = TopicKey(account: String(parts[0]), region: String(parts[1]), name: String(parts[2]))
        for (name, value) in shape["attributes"]?.objectValue ?? JSONObject() {
            attributes.append((name, value.stringValue ?? ""))
        }
        for (name, value) in shape["tags"]?.objectValue ?? JSONObject() { tags.append((name, value.stringValue ?? "")) }
    }

    /// The stored form.
    var bytes: [UInt8] {
        JSON.object(
            JSONObject([
                ("attributes", .object(JSONObject(attributes.map { ($0.name, .string($0.value)) }))),
                ("tags", .object(JSONObject(tags.map { ($0.key, .string($0.value)) }))),
            ])
        ).bytes
    }

    /// Whether a message's hash serves as its deduplication id.
    var deduplicatesByContent: Bool { self.get("ContentBasedDeduplication") == "true" }

    /// How messages are signed: `1` or `2`.
    var signatureVersion: String { self.get("SignatureVersion") ?? "1" }

    /// An attribute that was set.
    func get(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

    /// Sets an attribute as a client gives it; an empty text clears most.
    mutating func set(_ name: String, _ value: String, isNew: Bool) throws(ServiceError) {
        try TopicAttribute.check(name, value, of: key, isNew: isNew)
        attributes.removeAll { $0.name == name }
        if !value.isEmpty { attributes.append((name, value)) }
    }

    /// Whether what a second `CreateTopic` gives is what the topic has.
    func agrees(with given: [(key: String, value: String)]) -> Bool {
        given.allSatisfy {
            get($0.key) ?? "" == $0.value || ($0.key == "FifoTopic" && $0.value == "false" && !key.isFIFO)
        }
    }
}
