import JSONTree
import StorageContract

/// The id of a key that was deleted. Remembered, as a key nobody has made here is taken for the owner's where signatures are not looked at.
struct DeletedAccessKey: StoredResource {
    static let kind = "iam.deleted-key"
    /// `AKIA…`.
    let id: String

    /// The id of a key.
    init(id: String) { self.id = id }

    init?(json: JSON) {
        guard let id = json["id"]?.stringValue else { return nil }
        self.id = id
    }

    var key: String { id }

    var json: JSON { ["id": .string(id)] }
}
