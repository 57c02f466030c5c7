import AWSWire
import JSONTree
import ResourceNames
import StorageContract

/// An event bus as stored. The default bus has no row of its own unless it was tagged or given a policy.
struct EventBus: StoredResource {
    static let kind = "events.bus"
    let id: BusKey
    let createdAt: Timestamp
    /// What a client set and is shown again: description, key, dead letters.
    var settings = JSONObject()
    var tags = Tags()
    /// Which accounts may put events there, as text; `nil`: nobody else.
    var policy: String?

    /// A new bus.
    init(id: BusKey, createdAt: Timestamp) { (self.id, self.createdAt) = (id, createdAt) }

    init?(json: JSON) {
        guard let account = json["account"]?.stringValue, let region = json["region"]?.stringValue,
            let name = json["name"]?.stringValue, let created = json["created"]?.integerValue
        else { return nil }
        self.init(
            id: BusKey(territory: Territory(account: account, region: region), name: name),
            createdAt: Timestamp(milliseconds: created))
        settings = json["settings"]?.objectValue ?? JSONObject()
        tags = Tags(stored: json["tags"])
        policy = json["policy"]?.stringValue
    }

    var key: String { id.storeKey }

    var json: JSON {
        var json: JSONObject = [
            "account": .string(id.territory.account), "region": .string(id.territory.region), "name": .string(id.name),
            "created": .integer(createdAt.milliseconds), "settings": .object(settings), "tags": tags.stored,
        ]
        json["policy"] = policy.map { .string($0) }
        return .object(json)
    }

    /// As lists and descriptions show it.
    var shape: JSONObject {
        var shape: JSONObject = ["Name": .string(id.name), "Arn": .string(id.arn)]
        for (name, value) in settings { shape[name] = value }
        shape["Policy"] = policy.map { .string($0) }
        if createdAt.milliseconds > 0 {
            shape["CreationTime"] = createdAt.seconds
            shape["LastModifiedTime"] = createdAt.seconds
        }
        return shape
    }
}

extension Timestamp {
    /// Seconds since 1970, as the wire carries instants.
    var seconds: JSON {
        milliseconds % 1_000 == 0 ? .integer(milliseconds / 1_000) : .double(Double(milliseconds) / 1_000)
    }
}
