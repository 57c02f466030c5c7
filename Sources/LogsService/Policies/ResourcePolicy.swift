import JSONTree
import ResourceNames
import StorageContract

/// A policy of an account about its log groups: which services may write there.
struct ResourcePolicy: StoredResource {
    static let kind = "logs.policy"
    /// Where it counts.
    let territory: Territory
    /// Unique there.
    let name: String
    /// As it was given.
    let document: String
    let updatedAt: Timestamp

    /// A policy that was checked.
    init(territory: Territory, name: String, document: String, updatedAt: Timestamp) {
        (self.territory, self.name, self.document) = (territory, name, document)
        self.updatedAt = updatedAt
    }

    init?(json: JSON) {
        guard let account = json["account"]?.stringValue, let region = json["region"]?.stringValue,
            let name = json["name"]?.stringValue, let document = json["document"]?.stringValue,
            let updated = json["updated"]?.integerValue
        else { return nil }
        self.init(
            territory: Territory(account: account, region: region), name: name, document: document,
            updatedAt: Timestamp(milliseconds: updated))
    }

    var key: String { Self.key(name, in: territory) }

    /// The key of a policy.
    static func key(_ name: String, in territory: Territory) -> String {
        "\(territory.account):\(territory.region):\(name)"
    }

    var json: JSON {
        [
            "account": .string(territory.account), "region": .string(territory.region), "name": .string(name),
            "document": .string(document), "updated": .integer(updatedAt.milliseconds),
        ]
    }

    /// As answers show it.
    var shape: JSON {
        [
            "policyName": .string(name), "policyDocument": .string(document),
            "lastUpdatedTime": .integer(updatedAt.milliseconds), "policyScope": "ACCOUNT",
        ]
    }
}
