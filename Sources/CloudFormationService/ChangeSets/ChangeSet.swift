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
    /// Whether it tells of the stacks within the stack too, by change sets of their own.
    var includesNested = false
    /// The change set of the outer stack.
    var parentID: String?
    /// The change set of the outermost.
    var rootID: String?
    /// What its stack is called in the outer one's template.
    var logicalID: String?
    /// The origin of the outer stack's operation that does what it says; `nil` until then.
    var origin: String?

    var key: String { "\(stackKey)/\(name)" }

    /// One that was asked for.
    init(stackKey: String, name: String, id: String, type: String, createdAt: Timestamp) {
        (self.stackKey, self.name, self.id, self.type) = (stackKey, name, id, type)
        self.createdAt = createdAt
    }

    /// It cannot be executed.
    mutating func fail(_ reason: String) {
        (status, executionStatus, statusReason) = ("FAILED", "UNAVAILABLE", reason)
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
        includesNested = json["nested"]?.boolValue ?? false
        parentID = json["parent"]?.stringValue
        rootID = json["root"]?.stringValue
        logicalID = json["logical"]?.stringValue
        origin = json["origin"]?.stringValue
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
        if includesNested { json["nested"] = true }
        json["parent"] = parentID.map { .string($0) }
        json["root"] = rootID.map { .string($0) }
        json["logical"] = logicalID.map { .string($0) }
        json["origin"] = origin.map { .string($0) }
        return .object(json)
    }
}
