import JSONTree
import ResourceNames

/// An object as stored: everything but its bytes.
struct ObjectRow: Sendable {
    /// The kind of its row; the key is `BUCKET/KEY`.
    static let kind = "s3.object"
    /// The id of the file that holds the bytes.
    var content: String
    /// In bytes.
    var size: Int
    /// Without quotation marks: hex MD5, of an object made of parts with `-N` behind it.
    var etag: String
    /// When it was stored, to the second.
    var modifiedAt: Timestamp
    /// What was given with it.
    var headers: ObjectHeaders
    /// `nil` when none was given or asked for.
    var checksum: Checksum?
    /// Sizes of the parts it was made of; empty for one that came whole.
    var partSizes: [Int] = []
    /// `[{"Key": …, "Value": …}]`.
    var tags: JSON = .emptyArray

    /// A new object.
    init(content: String, size: Int, etag: String, modifiedAt: Timestamp, headers: ObjectHeaders) {
        (self.content, self.size, self.etag) = (content, size, etag)
        (self.modifiedAt, self.headers) = (modifiedAt, headers)
    }

    /// Reads the stored form; `nil` when it is damaged.
    init?(bytes: [UInt8]) {
        guard let json = try? JSON.parse(bytes), let content = json["c"]?.stringValue,
            let size = json["s"]?.integerValue, let etag = json["e"]?.stringValue, let time = json["t"]?.integerValue
        else { return nil }
        self.init(
            content: content, size: Int(size), etag: etag, modifiedAt: Timestamp(milliseconds: time),
            headers: ObjectHeaders(json: json))
        checksum = Checksum(json: json["k"])
        partSizes = (json["p"]?.arrayValue ?? []).compactMap { $0.integerValue.map { Int($0) } }
        tags = json["g"] ?? .emptyArray
    }

    /// The stored form.
    var bytes: [UInt8] {
        var object = headers.json.objectValue ?? JSONObject()
        object["c"] = .string(content)
        object["s"] = .integer(Int64(size))
        object["e"] = .string(etag)
        object["t"] = .integer(modifiedAt.milliseconds)
        if let checksum { object["k"] = checksum.json }
        if !partSizes.isEmpty { object["p"] = .array(partSizes.map { .integer(Int64($0)) }) }
        if tags.arrayValue?.isEmpty == false { object["g"] = tags }
        return JSON.object(object).bytes
    }

    /// The entity tag as headers and lists show it.
    var quotedETag: JSON { .string("\"\(etag)\"") }
}
