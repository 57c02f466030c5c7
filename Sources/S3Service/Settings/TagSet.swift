import AWSWire
import JSONTree

/// Tags of buckets and objects, in the form `[{"Key": …, "Value": …}]`.
enum TagSet {
    /// Tags that keep the rules.
    ///
    /// - Throws: `MalformedXML` without a set; `InvalidTag`, `BadRequest` when a rule is broken.
    static func checked(_ tags: JSON?, most: Int) throws(ServiceError) -> JSON {
        guard let items = tags?.arrayValue else { throw .malformedXML }
        guard ReservedTags.othersCount(items.lazy.compactMap { $0["Key"]?.stringValue }) <= most else {
            throw ServiceError("BadRequest", "Object tags cannot be greater than \(most)")
        }
        var seen: Set<String> = []
        for item in items {
            guard let key = item["Key"]?.stringValue, (1...128).contains(key.unicodeScalars.count) else {
                throw ServiceError("InvalidTag", "The TagKey you have provided is invalid")
            }
            guard (item["Value"]?.stringValue ?? "").unicodeScalars.count <= 256 else {
                throw ServiceError("InvalidTag", "The TagValue you have provided is invalid")
            }
            guard seen.insert(key).inserted else {
                throw ServiceError("InvalidTag", "Cannot provide multiple Tags with the same key")
            }
        }
        return .array(items)
    }

    /// Tags of the `x-amz-tagging` header: `a=b&c=d`.
    static func ofHeader(_ text: String?) throws(ServiceError) -> JSON {
        guard let text, !text.isEmpty else { return .emptyArray }
        var tags: [JSON] = []
        for pair in text.utf8.split(separator: UInt8(ascii: "&")) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let key = PercentCoding.decode(parts[0], plusIsSpace: true),
                let value = parts.count > 1 ? PercentCoding.decode(parts[1], plusIsSpace: true) : ""
            else {
                throw .invalidArgument("The header 'x-amz-tagging' shall be encoded as UTF-8", "x-amz-tagging", text)
            }
            tags.append(["Key": .string(key), "Value": .string(value)])
        }
        return try checked(.array(tags), most: Limits.objectTagsMax)
    }
}
