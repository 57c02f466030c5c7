import Digests
import JSONTree
import ResourceNames

/// A part of a multipart upload, as stored.
struct Part: Sendable {
    /// The kind of its row; the key is `BUCKET/UPLOAD/NUMBER`.
    static let kind = "s3.part"
    /// 1 to 10,000.
    let number: Int
    /// The id of the file that holds the bytes.
    let content: String
    /// In bytes.
    let size: Int
    /// Lower-case hex.
    let md5: String
    /// When it came.
    let modifiedAt: Timestamp
    /// `nil` when none was given or asked for.
    let checksum: Checksum?

    /// The key of the row of a part: five digits, so that parts sort by number.
    static func storeKey(_ upload: Upload, _ number: Int) -> String {
        let digits = String(number)
        return "\(upload.storeKey)/" + String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits
    }

    /// The stored form.
    var bytes: [UInt8] {
        var object: JSONObject = [
            "c": .string(content), "s": .integer(Int64(size)), "e": .string(md5),
            "t": .integer(modifiedAt.milliseconds),
        ]
        if let checksum { object["k"] = checksum.json }
        return JSON.object(object).bytes
    }
}

extension Part {
    /// Reads the stored form; `nil` when it is damaged.
    init?(storeKey: String, bytes: [UInt8]) {
        guard let number = storeKey.split(separator: "/").last.flatMap({ Int($0) }), let json = try? JSON.parse(bytes),
            let content = json["c"]?.stringValue, let size = json["s"]?.integerValue, let md5 = json["e"]?.stringValue,
            let time = json["t"]?.integerValue
        else { return nil }
        self.init(
            number: number, content: content, size: Int(size), md5: md5, modifiedAt: Timestamp(milliseconds: time),
            checksum: Checksum(json: json["k"]))
    }
}
