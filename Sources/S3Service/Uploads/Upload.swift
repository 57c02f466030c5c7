import JSONTree
import ResourceNames

/// A multipart upload that has begun, as stored.
struct Upload: Sendable {
    /// The kind of its row; the key is `BUCKET/ID`.
    static let kind = "s3.upload"
    /// What the client calls it by.
    let id: String
    /// Where the object will be.
    let place: ObjectPlace
    /// When it began.
    let startedAt: Timestamp
    /// What the object will be stored with.
    let headers: ObjectHeaders
    /// The object's tags.
    let tags: JSON
    /// What parts are checked by, if anything.
    let algorithm: ChecksumAlgorithm?
    /// Whether the object's checksum is of its whole content.
    let checksOfWhole: Bool

    /// The key of its row.
    var storeKey: String { "\(place.bucket)/\(id)" }

    /// The stored form.
    var bytes: [UInt8] {
        var object = headers.json.objectValue ?? JSONObject()
        object["k"] = .string(place.key)
        object["t"] = .integer(startedAt.milliseconds)
        object["g"] = tags
        if let algorithm { object["a"] = .string(algorithm.rawValue) }
        object["w"] = .bool(checksOfWhole)
        return JSON.object(object).bytes
    }
}

extension Upload {
    /// Reads the stored form; `nil` when it is damaged.
    init?(storeKey: String, bytes: [UInt8]) {
        let parts = storeKey.split(separator: "/", maxSplits: 1)
        guard parts.count == 2, let json = try? JSON.parse(bytes), let key = json["k"]?.stringValue,
            let time = json["t"]?.integerValue
        else { return nil }
        self.init(
            id: String(parts[1]), place: ObjectPlace(bucket: String(parts[0]), key: key),
            startedAt: Timestamp(milliseconds: time), headers: ObjectHeaders(json: json),
            tags: json["g"] ?? .emptyArray,
            algorithm: json["a"]?.stringValue.flatMap(ChecksumAlgorithm.init), checksOfWhole: json["w"] == true)
    }
}
