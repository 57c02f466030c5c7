import JSONTree
import ResourceNames
import StorageContract

/// A log group as stored.
struct LogGroup: StoredResource {
    static let kind = "logs.group"
    let id: GroupKey
    let createdAt: Timestamp
    /// `STANDARD` unless another was asked for.
    let storageClass: String
    var kmsKeyID: String?
    /// `DeleteLogGroup` is refused.
    var isProtected = false
    /// Days its events are kept; `nil`: for ever.
    var retentionDays: Int?
    var tags = JSONObject()
    /// Whose events go on to functions.
    var filters: [SubscriptionFilter] = []

    /// A new group.
    init(id: GroupKey, createdAt: Timestamp, storageClass: String, kmsKeyID: String?) {
        (self.id, self.createdAt, self.storageClass, self.kmsKeyID) = (id, createdAt, storageClass, kmsKeyID)
    }

    init?(json: JSON) {
        guard let account = json["account"]?.stringValue, let region = json["region"]?.stringValue,
            let name = json["name"]?.stringValue, let created = json["created"]?.integerValue
        else { return nil }
        self.init(
            id: GroupKey(territory: Territory(account: account, region: region), name: name),
            createdAt: Timestamp(milliseconds: created), storageClass: json["class"]?.stringValue ?? "STANDARD",
            kmsKeyID: json["kms"]?.stringValue)
        isProtected = json["protected"] == true
        retentionDays = json["retention"]?.integerValue.map { Int($0) }
        tags = json["tags"]?.objectValue ?? JSONObject()
        for stored in json["filters"]?.arrayValue ?? [] {
            guard let filter = SubscriptionFilter(json: stored) else { return nil }
            filters.append(filter)
        }
    }

    var key: String { id.storeKey }

    var json: JSON {
        var object: JSONObject = [
            "account": .string(id.territory.account), "region": .string(id.territory.region), "name": .string(id.name),
            "created": .integer(createdAt.milliseconds), "class": .string(storageClass), "tags": .object(tags),
        ]
        if !filters.isEmpty { object["filters"] = .array(filters.map(\.json)) }
        if isProtected { object["protected"] = true }
        object["kms"] = kmsKeyID.map { .string($0) }
        object["retention"] = retentionDays.map { .integer(Int64($0)) }
        return .object(object)
    }

    /// Events before this instant are as good as gone; `nil`: none are.
    func expiry(_ now: Timestamp) -> Timestamp? {
        retentionDays.map { now + .seconds(-86_400 * $0) }
    }
}
