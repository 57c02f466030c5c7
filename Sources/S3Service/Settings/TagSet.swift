import AWSWire
import JSONTree

/// Tags of buckets and objects, in the form `[{"Key": …, "Value": …}]`.
enum TagSet {
    /// What has tags.
    enum Owner {
        case bucket, object
    }

    /// Tags that keep the rules.
    ///
    /// - Throws: `MalformedXML` without a set; `InvalidTag`, `BadRequest` when a rule is broken. The words as told by users of AWS.
    static func checked(_ tags: JSON?, of owner: Owner, in context: RequestContext? = nil) throws(ServiceError) -> JSON
    {
        guard let items = tags?.arrayValue else { throw .malformedXML }
        let most = owner == .bucket ? Limits.bucketTagsMax : Limits.objectTagsMax
        guard ReservedTags.othersCount(items.lazy.compactMap { $0["Key"]?.stringValue }) <= most else {
            throw ServiceError(
                "BadRequest",
                owner == .bucket
                    ? "Bucket tag count cannot be greater than \(most)" : "Object tags cannot be greater than \(most)")
        }
        var seen: Set<String> = []
        for item in items {
            let (key, value) = (item["Key"]?.stringValue ?? "", item["Value"]?.stringValue ?? "")
            try check(key, value, of: owner, isForStack: context?.maySetReservedTags ?? false)
            guard seen.insert(key).inserted else {
                throw invalid("Cannot provide multiple Tags with the same key", key)
            }
        }
        return .array(items)
    }

    private static func check(
        _ key: String, _ value: String, of owner: Owner, isForStack: Bool
    ) throws(ServiceError) {
        guard !ReservedTags.contains(key) || isForStack else {
            throw invalid(
                owner == .bucket
                    ? "System tags cannot be added/updated by requester" : "Your TagKey cannot be prefixed with aws:",
                key)
        }
        guard (1...TagText.keyMax).contains(key.unicodeScalars.count), TagText.isValid(key) else {
            throw invalid("The TagKey you have provided is invalid", key)
        }
        guard value.unicodeScalars.count <= TagText.valueMax, TagText.isValid(value) else {
            throw invalid("The TagValue you have provided is invalid", key)
        }
    }

    private static func invalid(_ message: String, _ key: String) -> ServiceError {
        ServiceError("InvalidTag", message, members: [("TagKey", .string(key))])
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
        return try checked(.array(tags), of: .object)
    }
}
