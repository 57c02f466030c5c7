import Digests
import JSONTree
import ResourceNames
import StorageContract

/// A state machine as the service keeps it; its definition lies in the store under its sha256.
struct StateMachineRecord: StoredResource {
    let arn: StateMachineARN
    var isExpress: Bool
    var roleARN: String
    var definitionSHA256: [UInt8]
    let createdAt: Timestamp
    var updatedAt: Timestamp
    /// Changes with each update of definition or role; `nil` until the first.
    var revisionID: String?
    var loggingConfiguration: JSON
    var tracingConfiguration: JSON
    /// In the order in which they were given.
    var tags: [(key: String, value: String)]

    static let kind = "stateMachine"
    var key: String { arn.text }

    /// What DescribeStateMachine shows when nothing was configured.
    static let loggingDefault: JSON = ["level": "OFF", "includeExecutionData": false]
    static let tracingDefault: JSON = ["enabled": false]

    /// `STANDARD` or `EXPRESS`.
    var type: String { isExpress ? "EXPRESS" : "STANDARD" }

    /// The stored form.
    var json: JSON {
        [
            "arn": .string(arn.text), "express": .bool(isExpress), "role": .string(roleARN),
            "definition": .string(Base64.encode(definitionSHA256)), "created": .integer(createdAt.milliseconds),
            "updated": .integer(updatedAt.milliseconds), "revision": revisionID.map { .string($0) } ?? .null,
            "logging": loggingConfiguration,
            "tracing": tracingConfiguration,
            "tags": .array(tags.map { ["key": .string($0.key), "value": .string($0.value)] }),
        ]
    }

    /// Reads the stored form.
    init?(json: JSON) {
        guard let arn = json["arn"]?.stringValue.flatMap({ StateMachineARN($0) }),
            let isExpress = json["express"]?.boolValue,
            let role = json["role"]?.stringValue,
            let definition = json["definition"]?.stringValue.flatMap({ Base64.decode($0) }),
            let created = json["created"]?.integerValue, let updated = json["updated"]?.integerValue
        else { return nil }
        self.init(
            arn: arn, isExpress: isExpress, roleARN: role, definitionSHA256: definition,
            createdAt: Timestamp(milliseconds: created),
            loggingConfiguration: json["logging"], tracingConfiguration: json["tracing"],
            tags: TagList.pairs(json["tags"]))
        updatedAt = Timestamp(milliseconds: updated)
        revisionID = json["revision"]?.stringValue
    }

    init(
        arn: StateMachineARN, isExpress: Bool, roleARN: String, definitionSHA256: [UInt8], createdAt: Timestamp,
        loggingConfiguration: JSON?,
        tracingConfiguration: JSON?, tags: [(key: String, value: String)]
    ) {
        self.arn = arn
        self.isExpress = isExpress
        self.roleARN = roleARN
        self.definitionSHA256 = definitionSHA256
        self.createdAt = createdAt
        updatedAt = createdAt
        self.loggingConfiguration = loggingConfiguration ?? Self.loggingDefault
        self.tracingConfiguration = tracingConfiguration ?? Self.tracingDefault
        self.tags = tags
    }
}
