import JSONTree
import ResourceNames
import StorageContract

/// A user's key, as stored.
struct AccessKey: StoredResource {
    static let kind = "iam.key"
    /// `AKIA…`.
    let id: String
    /// Shown once, when the key is made.
    let secret: String
    let account: String
    let userName: String
    var isActive = true
    let createdAt: Timestamp

    /// A new key.
    init(id: String, account: String, userName: String, createdAt: Timestamp) {
        self.id = id
        secret = IAMIdentifier.freshSecret()
        self.account = account
        self.userName = userName
        self.createdAt = createdAt
    }

    init?(json: JSON) {
        guard let id = json["id"]?.stringValue, let secret = json["secret"]?.stringValue,
            let account = json["account"]?.stringValue, let user = json["user"]?.stringValue,
            let isActive = json["active"]?.boolValue, let created = json["created"]?.integerValue
        else { return nil }
        (self.id, self.secret, self.account, userName, self.isActive) = (id, secret, account, user, isActive)
        createdAt = Timestamp(milliseconds: created)
    }

    var key: String { id }

    var json: JSON {
        [
            "id": .string(id), "secret": .string(secret), "account": .string(account), "user": .string(userName),
            "active": .bool(isActive), "created": .integer(createdAt.milliseconds),
        ]
    }

    /// As answers hold it, without the secret.
    var shape: JSONObject {
        [
            "UserName": .string(userName), "AccessKeyId": .string(id),
            "Status": .string(isActive ? "Active" : "Inactive"), "CreateDate": createdAt.shown,
        ]
    }
}
