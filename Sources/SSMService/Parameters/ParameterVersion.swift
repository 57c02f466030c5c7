import JSONTree
import ResourceNames

/// One version of a parameter: all that a put may change.
struct ParameterVersion: Sendable {
    /// From 1.
    let number: Int64
    /// `String`, `StringList`, `SecureString`.
    let type: String
    /// As it was put; of a `SecureString` its ciphertext in base64.
    let value: String
    /// The key a `SecureString` is sealed under, as it was named.
    let keyID: String?
    /// `Standard`, `Advanced`.
    let tier: String
    /// For people.
    let description: String?
    /// What values must match.
    let allowedPattern: String?
    /// When it was put.
    let modifiedAt: Timestamp
    /// The ARN of who put it.
    let modifiedBy: String
    /// Other names of this version.
    var labels: [String] = []

    /// A new version.
    init(
        number: Int64, type: String, value: String, keyID: String?, tier: String, description: String?,
        allowedPattern: String?, modifiedAt: Timestamp, modifiedBy: String
    ) {
        (self.number, self.type, self.value, self.keyID, self.tier) = (number, type, value, keyID, tier)
        (self.description, self.allowedPattern) = (description, allowedPattern)
        (self.modifiedAt, self.modifiedBy) = (modifiedAt, modifiedBy)
    }

    /// Reads the stored form; `nil` when it is not one.
    init?(json: JSON) {
        guard let number = json["number"]?.integerValue, let type = json["type"]?.stringValue,
            let value = json["value"]?.stringValue, let tier = json["tier"]?.stringValue,
            let at = json["at"]?.integerValue, let by = json["by"]?.stringValue
        else { return nil }
        self.init(
            number: number, type: type, value: value, keyID: json["key"]?.stringValue, tier: tier,
            description: json["description"]?.stringValue, allowedPattern: json["pattern"]?.stringValue,
            modifiedAt: Timestamp(milliseconds: at), modifiedBy: by)
        labels = json["labels"]?.arrayValue?.compactMap(\.stringValue) ?? []
    }

    /// The stored form.
    var json: JSON {
        var object: JSONObject = [
            "number": .integer(number), "type": .string(type), "value": .string(value), "tier": .string(tier),
            "at": .integer(modifiedAt.milliseconds), "by": .string(modifiedBy),
        ]
        object["key"] = keyID.map { .string($0) }
        object["description"] = description.map { .string($0) }
        object["pattern"] = allowedPattern.map { .string($0) }
        if !labels.isEmpty { object["labels"] = .array(labels.map { .string($0) }) }
        return .object(object)
    }

    /// Whether the value is sealed.
    var isSecret: Bool { type == "SecureString" }
    /// Whether it is of the advanced tier.
    var isAdvanced: Bool { tier == "Advanced" }

    /// The members that descriptions and histories have in common.
    func metadata(named name: String) -> JSONObject {
        var object: JSONObject = [
            "Name": .string(name), "Type": .string(type),
            "LastModifiedDate": .double(Double(modifiedAt.milliseconds) / 1_000),
            "LastModifiedUser": .string(modifiedBy), "Version": .integer(number), "Tier": .string(tier),
            "Policies": [], "DataType": "text",
        ]
        object["KeyId"] = keyID.map { .string($0) }
        object["Description"] = description.map { .string($0) }
        object["AllowedPattern"] = allowedPattern.map { .string($0) }
        return object
    }
}
