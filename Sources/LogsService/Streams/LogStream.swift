import JSONTree
import ResourceNames
import StorageContract

/// A log stream as stored.
struct LogStream: StoredResource {
    static let kind = "logs.stream"
    let group: GroupKey
    let name: String
    /// Names its events' rows; never given twice.
    let number: Int64
    let createdAt: Timestamp
    /// The time of its first event, by time; `nil` while it has none.
    var firstEvent: Timestamp?
    var lastEvent: Timestamp?
    var lastIngestion: Timestamp?
    /// Bytes of all messages that came.
    var byteCount: Int64 = 0
    /// The sequence of the event that came last.
    var sequence: Int64 = 0

    /// A stream without events.
    init(group: GroupKey, name: String, number: Int64, createdAt: Timestamp) {
        (self.group, self.name, self.number, self.createdAt) = (group, name, number, createdAt)
    }

    init?(json: JSON) {
        guard let account = json["account"]?.stringValue, let region = json["region"]?.stringValue,
            let group = json["group"]?.stringValue, let name = json["name"]?.stringValue,
            let number = json["number"]?.integerValue, let created = json["created"]?.integerValue
        else { return nil }
        self.init(
            group: GroupKey(territory: Territory(account: account, region: region), name: group), name: name,
            number: number, createdAt: Timestamp(milliseconds: created))
        firstEvent = json["first"]?.integerValue.map { Timestamp(milliseconds: $0) }
        lastEvent = json["last"]?.integerValue.map { Timestamp(milliseconds: $0) }
        lastIngestion = json["ingested"]?.integerValue.map { Timestamp(milliseconds: $0) }
        byteCount = json["bytes"]?.integerValue ?? 0
        sequence = json["sequence"]?.integerValue ?? 0
    }

    var key: String { Self.key(group, name) }

    /// The key of the row of a stream. Neither name holds a colon.
    static func key(_ group: GroupKey, _ name: String) -> String { "\(group.storeKey):\(name)" }

    var json: JSON {
        var object: JSONObject = [
            "account": .string(group.territory.account), "region": .string(group.territory.region),
            "group": .string(group.name), "name": .string(name), "number": .integer(number),
            "created": .integer(createdAt.milliseconds), "bytes": .integer(byteCount), "sequence": .integer(sequence),
        ]
        object["first"] = firstEvent.map { .integer($0.milliseconds) }
        object["last"] = lastEvent.map { .integer($0.milliseconds) }
        object["ingested"] = lastIngestion.map { .integer($0.milliseconds) }
        return .object(object)
    }

    /// What the keys of its events' rows begin with.
    var eventPrefix: String { "\(HexNumber.text(number))/" }
}
