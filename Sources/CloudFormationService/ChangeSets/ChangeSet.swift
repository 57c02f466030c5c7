import JSONTree
import ResourceNames
import StorageContract

/// A change set as stored.
struct ChangeSet: StoredResource {
    static let kind = "cloudformation.changeSet"
    /// The key of its stack.
    let stackKey: String
    /// Unique among the stack's.
    let name: String
    /// Its ARN.
    let id: String
    /// When it was asked for.
    let createdAt: Timestamp
    /// `CREATE` or `UPDATE`.
    let type: String
    /// `CREATE_COMPLETE` or `FAILED`.
    var status = "CREATE_COMPLETE"
    /// Why it failed.
    var statusReason: String?
    /// `AVAILABLE`, `UNAVAILABLE`, `EXECUTE_IN_PROGRESS`, `EXECUTE_COMPLETE`, `EXECUTE_FAILED`, `OBSOLETE`.
    var executionStatus = "AVAILABLE"
    /// The caller's words.
    var description: String?
    /// What the stack would be made from.
    var content = StackContent()
    /// What would be done, as answers hold it.
    var changes: [JSON] = []
    /// What becomes of a creation that fails.
    var onFailure: String?

    var key: String { "\(stackKey)/\(name)" }

    /// One that was asked for.
    init(stackKey: String, name: String, id: String, type: String, createdAt: Timestamp) {
        (self.stackKey, self.name, self.id, self.type) = (stackKey, name, id, type)
        self.createdAt = createdAt
    }

    init?(json: JSON) {
        guard let stackKey = json["stack"]?.stringValue, let name = json["name"]?.stringValue,
            let id = json["id"]?.stringValue, let type = json["type"]?.stringValue,
            let created = json["created"]?.integerValue, let status = json["status"]?.stringValue,
            let execution = json["execution"]?.stringValue, let content = json["content"]
        else { return nil }
        self.init(
            stackKey: stackKey, name: name, id: id, type: type, createdAt: Timestamp(milliseconds: created))
        self.status = status
        statusReason = json["reason"]?.stringValue
        executionStatus = execution
        description = json["description"]?.stringValue
        self.content = StackContent(json: content)
        changes = json["changes"]?.arrayValue ?? []
        onFailure = json["onFailure"]?.stringValue
    }

    var json: JSON {
        var json: JSONObject = [
            "stack": .string(stackKey), "name": .string(name), "id": .string(id), "type": .string(type),
            "created": .integer(createdAt.milliseconds), "status": .string(status),
            "execution": .string(executionStatus), "content": content.json, "changes": .array(changes),
        ]
        json["reason"] = statusReason.map { .string($0) }
        json["description"] = description.map { .string($0) }
        json["onFailure"] = onFailure.map { .string($0) }
        return .object(json)
    }
}
