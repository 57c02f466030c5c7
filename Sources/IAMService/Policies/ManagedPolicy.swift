import AWSWire
import JSONTree
import ResourceNames
import StorageContract

/// A policy that stands by itself, as stored.
struct ManagedPolicy: StoredResource {
    static let kind = "iam.policy"

    /// One wording of a policy.
    struct Version: Sendable {
        /// `v1`.
        let id: String
        /// The policy itself.
        let document: String
        /// When it was added.
        let createdAt: Timestamp
    }

    /// Twelve digits, or `aws` for AWS's own.
    let account: String
    let name: String
    let path: String
    /// `ANPA…`.
    let id: String
    let description: String
    let createdAt: Timestamp
    var updatedAt: Timestamp
    var tags: [(key: String, value: String)] = []
    /// From oldest to newest.
    var versions: [Version]
    /// The id of the version that counts.
    var defaultVersion: String
    /// The number of the next version: numbers are not used again.
    var nextNumber = 2

    /// A policy with its first version.
    init(
        account: String, name: String, path: String, description: String, document: String, createdAt: Timestamp,
        id: String = IAMIdentifier.fresh("ANPA")
    ) {
        (self.account, self.name, self.path, self.description, self.id) = (account, name, path, description, id)
        (self.createdAt, updatedAt) = (createdAt, createdAt)
        versions = [Version(id: "v1", document: document, createdAt: createdAt)]
        defaultVersion = "v1"
    }

    init?(json: JSON) {
        guard let account = json["account"]?.stringValue, let name = json["name"]?.stringValue,
            let path = json["path"]?.stringValue, let id = json["id"]?.stringValue,
            let created = json["created"]?.integerValue, let updated = json["updated"]?.integerValue,
            let list = json["versions"]?.arrayValue, let defaultVersion = json["default"]?.stringValue,
            let next = json["next"]?.integerValue
        else { return nil }
        (self.account, self.name, self.path, self.id, self.defaultVersion) = (account, name, path, id, defaultVersion)
        description = json["description"]?.stringValue ?? ""
        (createdAt, updatedAt) = (Timestamp(milliseconds: created), Timestamp(milliseconds: updated))
        tags = IAMTags.read(json["tags"])
        versions = list.compactMap { item in
            guard let id = item["id"]?.stringValue, let document = item["document"]?.stringValue,
                let created = item["created"]?.integerValue
            else { return nil }
            return Version(id: id, document: document, createdAt: Timestamp(milliseconds: created))
        }
        nextNumber = Int(next)
    }

    var json: JSON {
        [
            "account": .string(account), "name": .string(name), "path": .string(path), "id": .string(id),
            "description": .string(description), "created": .integer(createdAt.milliseconds),
            "updated": .integer(updatedAt.milliseconds), "tags": IAMTags.stored(tags),
            "versions": .array(
                versions.map {
                    [
                        "id": .string($0.id), "document": .string($0.document),
                        "created": .integer($0.createdAt.milliseconds),
                    ]
                }), "default": .string(defaultVersion), "next": .integer(Int64(nextNumber)),
        ]
    }

    var key: String { arn }

    /// `arn:aws:iam::123456789012:policy/path/Name`.
    var arn: String { "arn:aws:iam::\(account):policy\(path)\(name)" }

    /// The wording that counts.
    var document: String { versions.first { $0.id == defaultVersion }?.document ?? "" }

    /// As answers hold it.
    ///
    /// - Parameters:
    ///   - attachments: Users and roles that have it attached.
    ///   - boundaries: Users and roles that have it as their boundary.
    ///   - isWhole: With description and tags, which lists leave out.
    func shape(attachments: Int, boundaries: Int, isWhole: Bool) -> JSON {
        var shape: JSONObject = [
            "PolicyName": .string(name), "PolicyId": .string(id), "Arn": .string(arn), "Path": .string(path),
            "DefaultVersionId": .string(defaultVersion), "AttachmentCount": .integer(Int64(attachments)),
            "PermissionsBoundaryUsageCount": .integer(Int64(boundaries)), "IsAttachable": true,
            "CreateDate": createdAt.shown, "UpdateDate": updatedAt.shown,
        ]
        if isWhole {
            if !description.isEmpty { shape["Description"] = .string(description) }
            if !tags.isEmpty { shape["Tags"] = IAMTags.shape(tags) }
        }
        return .object(shape)
    }

    /// A version as answers hold it.
    func shape(of version: Version, isWhole: Bool) -> JSON {
        var shape: JSONObject = [
            "VersionId": .string(version.id), "IsDefaultVersion": .bool(version.id == defaultVersion),
            "CreateDate": version.createdAt.shown,
        ]
        if isWhole { shape["Document"] = PolicyChecks.shown(version.document) }
        return .object(shape)
    }

    /// A version by its id.
    func version(_ id: String) throws(ServiceError) -> Version {
        guard let version = versions.first(where: { $0.id == id }) else {
            throw .noSuchEntity("Policy \(arn) version \(id) does not exist or is not attachable.")
        }
        return version
    }
}
