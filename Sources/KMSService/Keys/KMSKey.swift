import JSONTree
import ResourceNames
import StorageContract

/// A key as stored: all but its material.
struct KMSKey: StoredResource {
    /// How it stands.
    enum State: Sendable, Equatable {
        case enabled
        case disabled
        /// It is destroyed at this instant, unless the deletion is cancelled before.
        case pendingDeletion(Timestamp)
    }

    static let kind = "kms.key"
    /// A UUID; names the file of the material too.
    let id: String
    let territory: Territory
    let createdAt: Timestamp
    var description: String
    var state = State.enabled
    /// Who may seal data under it.
    var policy: String
    var tags = JSONObject()
    /// Which service the key was made by itself for: `ssm`; `nil` for keys that somebody created.
    var service: String?

    /// A new key.
    init(id: String, territory: Territory, createdAt: Timestamp, description: String, policy: String) {
        self.id = id
        self.territory = territory
        self.createdAt = createdAt
        self.description = description
        self.policy = policy
    }

    init?(json: JSON) {
        guard let id = json["id"]?.stringValue, let account = json["account"]?.stringValue,
            let region = json["region"]?.stringValue, let created = json["created"]?.integerValue,
            let policy = json["policy"]?.stringValue
        else { return nil }
        self.init(
            id: id, territory: Territory(account: account, region: region),
            createdAt: Timestamp(milliseconds: created), description: json["description"]?.stringValue ?? "",
            policy: policy)
        if let deletion = json["deletion"]?.integerValue {
            state = .pendingDeletion(Timestamp(milliseconds: deletion))
        } else if json["disabled"]?.boolValue ?? false {
            state = .disabled
        }
        tags = json["tags"]?.objectValue ?? JSONObject()
        service = json["service"]?.stringValue
    }

    var key: String { id }

    /// `arn:aws:kms:us-east-1:000000000000:key/ID`.
    var arn: String { "arn:aws:kms:\(territory.region):\(territory.account):key/\(id)" }

    var json: JSON {
        var object: JSONObject = [
            "id": .string(id), "account": .string(territory.account), "region": .string(territory.region),
            "created": .integer(createdAt.milliseconds), "description": .string(description),
            "policy": .string(policy), "tags": .object(tags),
        ]
        object["service"] = service.map { .string($0) }
        switch state {
        case .enabled: break
        case .disabled: object["disabled"] = true
        case .pendingDeletion(let instant): object["deletion"] = .integer(instant.milliseconds)
        }
        return .object(object)
    }

    /// `KeyMetadata`.
    ///
    /// - Parameter hasMaterial: Whether its material is where it belongs.
    func metadata(hasMaterial: Bool) -> JSON {
        var object: JSONObject = [
            "AWSAccountId": .string(territory.account), "KeyId": .string(id), "Arn": .string(arn),
            "CreationDate": createdAt.seconds, "Enabled": .bool(state == .enabled && hasMaterial),
            "Description": .string(description), "KeyUsage": "ENCRYPT_DECRYPT",
            "KeyState": .string(stateName(hasMaterial: hasMaterial)), "Origin": "AWS_KMS",
            "KeyManager": service == nil ? "CUSTOMER" : "AWS",
            "CustomerMasterKeySpec": "SYMMETRIC_DEFAULT", "KeySpec": "SYMMETRIC_DEFAULT",
            "EncryptionAlgorithms": ["SYMMETRIC_DEFAULT"], "MultiRegion": false,
        ]
        if case .pendingDeletion(let instant) = state { object["DeletionDate"] = instant.seconds }
        return .object(object)
    }

    private func stateName(hasMaterial: Bool) -> String {
        switch state {
        case .pendingDeletion: "PendingDeletion"
        case _ where !hasMaterial: "Unavailable"
        case .enabled: "Enabled"
        case .disabled: "Disabled"
        }
    }
}

extension Timestamp {
    /// Seconds since 1970: how awsJson carries a time.
    var seconds: JSON { .double(Double(milliseconds) / 1_000) }
}
