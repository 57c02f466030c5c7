import JSONTree
import StorageContract

/// The name of a role that was deleted. Remembered, as a role nobody has made here is let pass unless everything is enforced: taking rights away must not
/// give all of them.
struct DeletedRole: StoredResource {
    static let kind = "iam.deleted-role"
    /// The key it had among the roles.
    let key: String

    /// The key of a role.
    init(key: String) { self.key = key }

    init?(json: JSON) {
        guard let key = json["key"]?.stringValue else { return nil }
        self.key = key
    }

    var json: JSON { ["key": .string(key)] }
}
