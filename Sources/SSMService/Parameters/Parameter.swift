import JSONTree
import ResourceNames
import StorageContract

/// A parameter as stored: its versions and tags.
struct Parameter: StoredResource {
    static let kind = "ssm.parameter"
    let territory: Territory
    let name: String
    /// Oldest first; never empty.
    var versions: [ParameterVersion]
    var tags = JSONObject()

    /// A new parameter.
    init(territory: Territory, name: String, first: ParameterVersion) {
        (self.territory, self.name) = (territory, name)
        versions = [first]
    }

    init?(json: JSON) {
        guard let account = json["account"]?.stringValue, let region = json["region"]?.stringValue,
            let name = json["name"]?.stringValue, let rows = json["versions"]?.arrayValue, !rows.isEmpty
        else { return nil }
        let versions = rows.compactMap(ParameterVersion.init(json:))
        guard versions.count == rows.count else { return nil }
        territory = Territory(account: account, region: region)
        self.name = name
        self.versions = versions
        tags = json["tags"]?.objectValue ?? JSONObject()
    }

    var json: JSON {
        [
            "account": .string(territory.account), "region": .string(territory.region), "name": .string(name),
            "versions": .array(versions.map(\.json)), "tags": .object(tags),
        ]
    }

    var key: String { Self.key(name, territory) }

    /// The key of the row of a parameter.
    static func key(_ name: String, _ territory: Territory) -> String {
        "\(territory.account):\(territory.region):\(name)"
    }

    /// The newest version.
    var latest: ParameterVersion { versions[versions.count - 1] }

    /// `arn:aws:ssm:us-east-1:000000000000:parameter/path/name`.
    var arn: String { ParameterName.arn(name, in: territory) }
}
