import AWSWire
import Digests
import JSONTree

/// `MessageAttributes` and `MessageSystemAttributes`: their rules, their size and their checksum.
///
/// Source: Amazon SQS developer guide, "Amazon SQS message metadata" and "Calculating the MD5 message digest for message attributes".
enum MessageAttributes {
    /// Checks a map of attributes.
    ///
    /// - Returns: Its size as it counts towards the message's.
    static func check(_ attributes: JSONObject) throws(ServiceError) -> Int {
        guard attributes.count <= Limits.messageAttributesMax else {
            throw .invalidValue("Number of message attributes [\(attributes.count)] exceeds the allowed maximum [10].")
        }
        var size = 0
        for (name, attribute) in attributes {
            try checkName(name)
            guard let type = attribute["DataType"]?.stringValue, !type.isEmpty else {
                throw .invalidValue("The message attribute '\(name)' must contain non-empty message attribute type.")
            }
            let kind = type.prefix { $0 != "." }
            guard ["String", "Number", "Binary"].contains(kind) else {
                throw .invalidValue(
                    "The message attribute '\(name)' has an invalid message attribute type, the set of supported "
                        + "type prefixes is Binary, Number, and String.")
            }
            let value = try valueBytes(name, attribute, isBinary: kind == "Binary")
            if kind == "Number", Double(String(decoding: value, as: UTF8.self)) == nil {
                throw .invalidValue("Can't cast the value of message (user) attribute '\(name)' to a number.")
            }
            size += name.utf8.count + type.utf8.count + value.count
        }
        return size
    }

    /// The checksum of a map that was checked; `nil` for none.
    static func md5(_ attributes: JSONObject) -> String? {
        guard !attributes.isEmpty else { return nil }
        var bytes: [UInt8] = []
        for name in attributes.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            guard let attribute = attributes[name], let type = attribute["DataType"]?.stringValue else { continue }
            append(Array(name.utf8), to: &bytes)
            append(Array(type.utf8), to: &bytes)
            if let text = attribute["StringValue"]?.stringValue {
                bytes.append(1)
                append(Array(text.utf8), to: &bytes)
            } else {
                bytes.append(2)
                append(attribute["BinaryValue"]?.stringValue.flatMap { Base64.decode($0) } ?? [], to: &bytes)
            }
        }
        return Digests.hex(Digests.md5(bytes))
    }

    /// The attributes a receiver asked for: names, `All`, `.*`, or a prefix that ends in `.*` or `*`.
    static func selected(_ attributes: JSONObject, by names: [String]) -> JSONObject {
        var selected = JSONObject()
        for (name, value) in attributes where names.contains(where: { matches(name, $0) }) { selected[name] = value }
        return selected
    }

    private static func matches(_ name: String, _ pattern: String) -> Bool {
        if pattern == "All" || pattern == ".*" || pattern == name { return true }
        if pattern.hasSuffix(".*") { return name.hasPrefix(pattern.dropLast(2)) }
        return pattern.hasSuffix("*") && name.hasPrefix(pattern.dropLast())
    }

    private static func valueBytes(_ name: String, _ attribute: JSON, isBinary: Bool) throws(ServiceError) -> [UInt8] {
        let member = isBinary ? "BinaryValue" : "StringValue"
        guard let text = attribute[member]?.stringValue, !text.isEmpty else {
            throw .invalidValue("The message attribute '\(name)' must contain a non-empty message attribute value.")
        }
        guard isBinary else {
            guard MessageText.isValid(text) else { throw MessageText.invalidCharacters }
            return Array(text.utf8)
        }
        guard let bytes = Base64.decode(text) else {
            throw ServiceError("SerializationException", "The member BinaryValue must be base64.")
        }
        return bytes
    }

    private static func checkName(_ name: String) throws(ServiceError) {
        let lower = name.lowercased()
        guard !lower.hasPrefix("aws."), !lower.hasPrefix("amazon.") else {
            throw .invalidValue("Message attribute name '\(name)' is reserved: it must not start with AWS. or Amazon.")
        }
        let isWord = name.utf8.allSatisfy { QueueKey.isNameByte($0) || $0 == 0x2E }
        guard isWord, !name.isEmpty, name.utf8.count <= 256, !name.hasPrefix("."), !name.hasSuffix("."),
            !name.contains("..")
        else {
            throw .invalidValue(
                "Message (user) attribute name '\(name)' must not start or end with '.', must not hold '..', and "
                    + "can only contain alphanumeric characters, hyphens, underscores and periods, at most 256.")
        }
    }

    private static func append(_ part: [UInt8], to bytes: inout [UInt8]) {
        for shift in stride(from: 24, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: part.count >> shift))
        }
        bytes += part
    }
}
