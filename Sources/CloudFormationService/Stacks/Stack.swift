import AWSWire
import JSONTree
import ResourceNames
import StorageContract

/// A stack as stored.
struct Stack: StoredResource {
    static let kind = "cloudformation.stack"
    /// Account and region.
    let territory: Territory
    /// Unique among the stacks that are not deleted.
    let name: String
    /// The last part of its ARN.
    let uuid: String
    /// When it was asked for.
    let createdAt: Timestamp
    /// When an update began last.
    var updatedAt: Timestamp?
    /// When it was gone.
    var deletedAt: Timestamp?
    /// Where it stands.
    private(set) var status: StackStatus
    /// Why.
    private(set) var statusReason: String?
    /// What it is made from.
    var content = StackContent()
    /// What there is of it, in the order in which it was begun.
    var resources: [StackResource] = []
    /// What it tells.
    var outputs: [StackOutput] = []
    /// Exports of other stacks that it uses.
    var imports: [String] = []
    /// What is being done; `nil` when nothing is.
    var operation: StackOperation?
    /// What failed and was left as it was, for whoever wants it taken back.
    var suspended: StackOperation?
    /// Whether creation and updates that fail stay as they are.
    var isRollbackDisabled = false
    /// Whether it refuses to be deleted.
    var isProtected = false
    /// What updates may do with its resources; `nil`: everything.
    var policy: String?
    /// The stack it is a resource of.
    var parentID: String?
    /// The outermost of those.
    var rootID: String?
    /// What it was made from before the update of the outer stack that began under an id, as it was last changed by one.
    var earlier: (origin: String, content: StackContent)?
    /// The change set it was last made or updated by.
    var changeSetID: String?
    /// `TimeoutInMinutes`: how long its creation may take.
    var timeoutMinutes: Int?
    /// Its latest operations, newest first.
    var recent: [OperationName] = []
    /// What asked for them, newest first.
    var requests: [StackRequest] = []
    /// Events that have not been written yet.
    private(set) var newEvents: [StackEvent] = []

    /// A stack that nothing has happened to yet.
    init(territory: Territory, name: String, uuid: String, createdAt: Timestamp, status: StackStatus) {
        (self.territory, self.name, self.uuid) = (territory, name, uuid)
        (self.createdAt, self.status) = (createdAt, status)
    }

    var key: String { "\(territory.account):\(territory.region):\(uuid)" }

    /// `arn:aws:cloudformation:REGION:ACCOUNT:stack/NAME/UUID`.
    var id: String { "arn:aws:cloudformation:\(territory.region):\(territory.account):stack/\(name)/\(uuid)" }

    /// Whether its name is free again.
    var isDeleted: Bool { status == .deleteComplete }

    /// Why its policy does not let an update do something with a resource; `nil` when it does, and for what is no update.
    func policyRefusal(_ action: StackPolicy.Action, of logicalID: String, type: String) -> String? {
        guard let operation, operation.phase == .update, let text = operation.policy ?? policy else { return nil }
        do throws(ServiceError) {
            return try StackPolicy(text).refusal(action, of: logicalID, type: type)
        } catch {
            // Nothing that does not read is kept; should it be there all the same, it protects everything.
            return error.message
        }
    }

    /// Whether its creation has taken longer than it may.
    func isOverdue(_ now: Timestamp) -> Bool {
        guard operation?.phase == .create, let timeoutMinutes else { return false }
        return now >= createdAt + .seconds(60 * timeoutMinutes)
    }

    /// Whether what is under way is not waited for any more: it has taken too long, or everything is to be deleted.
    func isGivenUp(_ now: Timestamp) -> Bool { isOverdue(now) || operation?.isDeletionAsked ?? false }

    /// Moves it on, with an event.
    mutating func become(_ status: StackStatus, _ reason: String? = nil, at now: Timestamp) {
        self.status = status
        statusReason = reason
        newEvents.append(
            StackEvent(
                logicalID: name, physicalID: id, type: "AWS::CloudFormation::Stack", status: status.rawValue,
                reason: reason, properties: nil, token: operation?.token, operation: operation?.name, at: now))
    }

    /// Puts a resource where it stands now, with an event.
    mutating func put(_ resource: StackResource, tellingProperties: Bool = true) {
        if let place = resources.firstIndex(where: { $0.logicalID == resource.logicalID }) {
            resources[place] = resource
        } else {
            resources.append(resource)
        }
        tell(resource, tellingProperties: tellingProperties)
    }

    /// An event of a resource that is not, or no longer, among the stack's.
    mutating func tell(_ resource: StackResource, tellingProperties: Bool = true) {
        newEvents.append(
            StackEvent(
                logicalID: resource.logicalID, physicalID: resource.physicalID ?? "", type: resource.type,
                status: resource.status, reason: resource.reason,
                properties: tellingProperties && !resource.properties.isEmpty
                    ? content.masked(JSON.object(resource.properties).text) : nil,
                token: operation?.token, operation: operation?.name, at: resource.updatedAt))
    }

    /// Hands out the events that are to be written.
    mutating func takeEvents() -> [StackEvent] {
        defer { newEvents = [] }
        return newEvents
    }

    /// A resource by its logical id.
    func resource(_ logicalID: String) -> StackResource? { resources.first { $0.logicalID == logicalID } }

    init?(json: JSON) {
        guard let account = json["account"]?.stringValue, let region = json["region"]?.stringValue,
            let name = json["name"]?.stringValue, let uuid = json["uuid"]?.stringValue,
            let created = json["created"]?.integerValue,
            let status = json["status"]?.stringValue.flatMap(StackStatus.init(rawValue:)),
            let content = json["content"]
        else { return nil }
        self.init(
            territory: Territory(account: account, region: region), name: name, uuid: uuid,
            createdAt: Timestamp(milliseconds: created), status: status)
        statusReason = json["reason"]?.stringValue
        updatedAt = json["updated"]?.integerValue.map { Timestamp(milliseconds: $0) }
        deletedAt = json["deleted"]?.integerValue.map { Timestamp(milliseconds: $0) }
        self.content = StackContent(json: content)
        for item in json["resources"]?.arrayValue ?? [] {
            guard let resource = StackResource(json: item) else { return nil }
            resources.append(resource)
        }
        outputs = (json["outputs"]?.arrayValue ?? []).compactMap { StackOutput($0) }
        imports = (json["imports"]?.arrayValue ?? []).compactMap(\.stringValue)
        if let operation = json["operation"] {
            guard let operation = StackOperation(json: operation) else { return nil }
            self.operation = operation
        }
        suspended = json["suspended"].flatMap { StackOperation(json: $0) }
        isRollbackDisabled = json["noRollback"]?.boolValue ?? false
        isProtected = json["protected"]?.boolValue ?? false
        policy = json["policy"]?.stringValue
        parentID = json["parent"]?.stringValue
        rootID = json["root"]?.stringValue
        changeSetID = json["changeSet"]?.stringValue
        if let origin = json["earlier"]?["origin"]?.stringValue, let content = json["earlier"]?["content"] {
            earlier = (origin, StackContent(json: content))
        }
        recent = (json["recent"]?.arrayValue ?? []).compactMap { OperationName($0) }
        requests = (json["requests"]?.arrayValue ?? []).compactMap { StackRequest(json: $0) }
        timeoutMinutes = json["timeout"]?.integerValue.map { Int($0) }
    }

    var json: JSON {
        var json: JSONObject = [
            "account": .string(territory.account), "region": .string(territory.region), "name": .string(name),
            "uuid": .string(uuid), "created": .integer(createdAt.milliseconds), "status": .string(status.rawValue),
            "content": content.json, "resources": .array(resources.map(\.json)),
            "outputs": .array(outputs.map(\.shape)), "imports": .array(imports.map { .string($0) }),
            "noRollback": .bool(isRollbackDisabled), "protected": .bool(isProtected),
            "recent": .array(recent.map(\.shape)), "requests": .array(requests.map(\.json)),
        ]
        json["reason"] = statusReason.map { .string($0) }
        json["updated"] = updatedAt.map { .integer($0.milliseconds) }
        json["deleted"] = deletedAt.map { .integer($0.milliseconds) }
        json["operation"] = operation?.json
        json["suspended"] = suspended?.json
        json["policy"] = policy.map { .string($0) }
        json["parent"] = parentID.map { .string($0) }
        json["root"] = rootID.map { .string($0) }
        json["changeSet"] = changeSetID.map { .string($0) }
        json["earlier"] = earlier.map { ["origin": .string($0.origin), "content": $0.content.json] }
        json["timeout"] = timeoutMinutes.map { .integer(Int64($0)) }
        return .object(json)
    }
}
