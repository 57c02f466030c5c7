import JSONTree
import ResourceNames
import StorageContract

/// A bucket as stored.
struct Bucket: StoredResource {
    /// What is kept for a bucket. All but `notification` are only told again: nothing here acts on them.
    enum Setting: String {
        case versioning, encryption, policy, tagging, publicAccessBlock, notification
    }

    static let kind = "s3.bucket"
    let name: String
    /// The account that made it.
    let account: String
    let region: String
    let createdAt: Timestamp
    /// By the setting's name.
    private var settings = JSONObject()

    /// A new bucket; public access is blocked, as AWS does since April 2023.
    init(name: String, account: String, region: String, createdAt: Timestamp) {
        (self.name, self.account, self.region, self.createdAt) = (name, account, region, createdAt)
        self[.publicAccessBlock] = [
            "BlockPublicAcls": true, "IgnorePublicAcls": true, "BlockPublicPolicy": true,
            "RestrictPublicBuckets": true,
        ]
    }

    init?(json: JSON) {
        guard let name = json["name"]?.stringValue, let account = json["account"]?.stringValue,
            let region = json["region"]?.stringValue, let created = json["created"]?.integerValue
        else { return nil }
        (self.name, self.account, self.region) = (name, account, region)
        createdAt = Timestamp(milliseconds: created)
        settings = json["settings"]?.objectValue ?? JSONObject()
    }

    var key: String { name }

    /// `arn:aws:s3:::NAME`.
    var arn: String { "arn:aws:s3:::\(name)" }

    var json: JSON {
        [
            "name": .string(name), "account": .string(account), "region": .string(region),
            "created": .integer(createdAt.milliseconds), "settings": .object(settings),
        ]
    }

    /// A setting in the form of its action; `nil` when it was never made.
    subscript(setting: Setting) -> JSON? {
        get { settings[setting.rawValue] }
        set { settings[setting.rawValue] = newValue }
    }
}
