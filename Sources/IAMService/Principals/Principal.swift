import JSONTree
import ResourceNames
import StorageContract

/// A user, a role or a group, as stored.
struct Principal<Kind: PrincipalKind>: StoredResource {
    static var kind: String { "iam.\(Kind.noun)" }
    let account: String
    let name: String
    var path: String
    /// `AIDA…`, `AROA…`.
    let id: String
    let createdAt: Timestamp
    var tags: [(key: String, value: String)] = []
    /// Inline policies by name, in the order in which they were put.
    var inline: [(name: String, document: String)] = []
    /// ARNs of attached policies, in the order in which they were attached.
    var attached: [String] = []
    /// The ARN of the permissions boundary.
    var boundary: String?
    /// Who may assume a role; empty for a user.
    var trust = ""
    var description = ""
    /// Names of the groups a user is in, in the order in which it came to them.
    var groups: [String] = []
    /// Of a role's sessions.
    var sessionSecondsMax = 3_600

    /// A new one.
    init(account: String, name: String, path: String, createdAt: Timestamp) {
        self.account = account
        self.name = name
        self.path = path
        self.createdAt = createdAt
        id = IAMIdentifier.fresh(Kind.prefix)
    }

    init?(json: JSON) {
        guard let account = json["account"]?.stringValue, let name = json["name"]?.stringValue,
            let path = json["path"]?.stringValue, let id = json["id"]?.stringValue,
            let created = json["created"]?.integerValue
        else { return nil }
        (self.account, self.name, self.path, self.id) = (account, name, path, id)
        createdAt = Timestamp(milliseconds: created)
        tags = IAMTags.read(json["tags"])
        inline = IAMTags.read(json["inline"]).map { ($0.key, $0.value) }
        attached = json["attached"]?.arrayValue?.compactMap(\.stringValue) ?? []
        boundary = json["boundary"]?.stringValue
        groups = json["groups"]?.arrayValue?.compactMap(\.stringValue) ?? []
        trust = json["trust"]?.stringValue ?? ""
        description = json["description"]?.stringValue ?? ""
        sessionSecondsMax = json["session"]?.integerValue.map { Int($0) } ?? 3_600
    }

    var json: JSON {
        var json: JSONObject = [
            "account": .string(account), "name": .string(name), "path": .string(path), "id": .string(id),
            "created": .integer(createdAt.milliseconds), "tags": IAMTags.stored(tags),
            "inline": IAMTags.stored(inline.map { ($0.name, $0.document) }),
            "attached": .array(attached.map { .string($0) }), "trust": .string(trust),
            "description": .string(description), "session": .integer(Int64(sessionSecondsMax)),
        ]
        json["boundary"] = boundary.map { .string($0) }
        if !groups.isEmpty { json["groups"] = .array(groups.map { .string($0) }) }
        return .object(json)
    }

    var key: String { Self.key(name, of: account) }

    /// The key of one of that name; names differ whatever their case, as in AWS.
    static func key(_ name: String, of account: String) -> String { "\(account)/\(name.lowercased())" }

    /// `arn:aws:iam::123456789012:role/path/Name`.
    var arn: String { "arn:aws:iam::\(account):\(Kind.noun)\(path)\(name)" }

    /// As answers hold it.
    ///
    /// - Parameter isWhole: With tags and boundary, which lists leave out.
    func shape(isWhole: Bool) -> JSON {
        var shape: JSONObject = [
            "Path": .string(path), Kind.nameMember: .string(name), "\(Kind.word)Id": .string(id),
            "Arn": .string(arn), "CreateDate": createdAt.shown,
        ]
        if !trust.isEmpty {
            shape["AssumeRolePolicyDocument"] = PolicyChecks.shown(trust)
            if !description.isEmpty { shape["Description"] = .string(description) }
            shape["MaxSessionDuration"] = .integer(Int64(sessionSecondsMax))
        }
        guard isWhole else { return .object(shape) }
        if let boundary {
            shape["PermissionsBoundary"] = [
                "PermissionsBoundaryType": "Policy", "PermissionsBoundaryArn": .string(boundary),
            ]
        }
        if !tags.isEmpty { shape["Tags"] = IAMTags.shape(tags) }
        return .object(shape)
    }
}

extension Timestamp {
    /// As IAM shows it: to the second.
    var shown: JSON { .string(Timestamp(milliseconds: milliseconds - milliseconds % 1_000).iso8601.withoutFraction) }
}

extension String {
    /// `2026-11-26T12:00:00.000Z` without its milliseconds.
    fileprivate var withoutFraction: String { dropLast(5) + "Z" }
}
