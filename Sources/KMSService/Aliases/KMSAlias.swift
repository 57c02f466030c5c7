import AWSWire
import JSONTree
import ResourceNames
import StorageContract

/// A second name of a key, as stored.
struct KMSAlias: StoredResource {
    static let kind = "kms.alias"
    let territory: Territory
    /// With `alias/` in front.
    let name: String
    /// The id of the key.
    var target: String
    let createdAt: Timestamp
    /// When it was pointed to its key.
    var updatedAt: Timestamp

    /// A new alias.
    init(territory: Territory, name: String, target: String, createdAt: Timestamp) {
        self.territory = territory
        self.name = name
        self.target = target
        self.createdAt = createdAt
        updatedAt = createdAt
    }

    init?(json: JSON) {
        guard let account = json["account"]?.stringValue, let region = json["region"]?.stringValue,
            let name = json["name"]?.stringValue, let target = json["target"]?.stringValue,
            let created = json["created"]?.integerValue
        else { return nil }
        self.init(
            territory: Territory(account: account, region: region), name: name, target: target,
            createdAt: Timestamp(milliseconds: created))
        if let updated = json["updated"]?.integerValue { updatedAt = Timestamp(milliseconds: updated) }
    }

    var json: JSON {
        [
            "account": .string(territory.account), "region": .string(territory.region), "name": .string(name),
            "target": .string(target), "created": .integer(createdAt.milliseconds),
            "updated": .integer(updatedAt.milliseconds),
        ]
    }

    var key: String { Self.key(name, territory) }

    /// `arn:aws:kms:us-east-1:000000000000:alias/NAME`.
    var arn: String { Self.arn(name, territory) }

    /// The key of the row of an alias.
    static func key(_ name: String, _ territory: Territory) -> String {
        "\(territory.account):\(territory.region):\(name)"
    }

    /// The ARN of an alias.
    static func arn(_ name: String, _ territory: Territory) -> String {
        "arn:aws:kms:\(territory.region):\(territory.account):\(name)"
    }

    /// Reads a name that may be given to a key. Those of AWS's own keys may not.
    static func checkedName(_ request: ActionInput) throws(ServiceError) -> String {
        let name = try request.requiredText("AliasName")
        guard name.hasPrefix("alias/"), name.utf8.count > 6 else {
            throw .validation(
                "Alias must start with the prefix \"alias/\". Please see the API reference of CreateAlias.")
        }
        guard !name.hasPrefix("alias/aws/") else {
            throw ServiceError("NotAuthorizedException", "Aliases that begin with alias/aws/ are reserved.")
        }
        guard !name.dropFirst(6).contains(":") else {
            throw ServiceError("InvalidAliasNameException", "\(name) contains invalid characters for an alias")
        }
        return name
    }
}
