import JSONTree
import ResourceNames

/// A resource of a stack, as it is now.
struct StackResource: Sendable, Equatable {
    /// Its name in the template.
    let logicalID: String
    /// `AWS::SQS::Queue`.
    let type: String
    /// What the service calls it; `nil` until it is there.
    var physicalID: String?
    /// `CREATE_IN_PROGRESS` …
    var status: String
    /// Why it stands so.
    var reason: String?
    /// When that was.
    var updatedAt: Timestamp
    /// What it was last made or changed with, functions worked out.
    var properties = JSONObject()
    /// What it was to be changed to when that failed or was cut short; `nil` otherwise.
    var attempted: JSONObject?
    /// The same with what other resources give still open: what changes are told by.
    var form = JSONObject()
    /// What `Ref` gives.
    var reference: JSON?
    /// What `Fn::GetAtt` gives.
    var attributes = JSONObject()
    /// What must go after it.
    var dependencies: [String] = []
    /// `Retain` and so on; `nil` for the type's own.
    var deletionPolicy: String?
    /// The same for the old one when it is replaced.
    var updateReplacePolicy: String?
    /// The template's.
    var metadata: JSON?
    /// The name under which it is being made: what was called before a crash is found by it.
    var name: String?
    /// Whether making it has begun: nobody else's resource is of that name.
    var isBegun = false

    /// A resource that is to be made.
    init(logicalID: String, type: String, status: String, updatedAt: Timestamp) {
        (self.logicalID, self.type, self.status, self.updatedAt) = (logicalID, type, status, updatedAt)
    }

    /// Whether it is as the stack wants it.
    var isComplete: Bool { status.hasSuffix("_COMPLETE") && !status.hasPrefix("DELETE") }

    /// Whether making it was cut off by the end of the process.
    var isCutOff: Bool { isBegun && status.hasSuffix("_IN_PROGRESS") }

    /// What it counts as before a change: where one was cut short, each property is the one it may still have that is not wanted, so that
    /// the change is made again wherever it may be missing.
    func before(_ wanted: JSONObject) -> JSONObject {
        guard let attempted else { return properties }
        var before = attempted
        for name in properties.keys where attempted[name] == wanted[name] { before[name] = properties[name] }
        for name in attempted.keys where attempted[name] == wanted[name] { before[name] = properties[name] }
        return before
    }

    /// Whether it stays when the stack goes.
    func isRetained(afterFailedCreation: Bool) -> Bool {
        deletionPolicy == "Retain" || (deletionPolicy == "RetainExceptOnCreate" && !afterFailedCreation)
    }

    /// Reads the stored form.
    init?(json: JSON) {
        guard let logicalID = json["id"]?.stringValue, let type = json["type"]?.stringValue,
            let status = json["status"]?.stringValue, let updated = json["updated"]?.integerValue
        else { return nil }
        self.init(logicalID: logicalID, type: type, status: status, updatedAt: Timestamp(milliseconds: updated))
        physicalID = json["physical"]?.stringValue
        reason = json["reason"]?.stringValue
        properties = json["properties"]?.objectValue ?? JSONObject()
        form = json["form"]?.objectValue ?? JSONObject()
        attempted = json["attempted"]?.objectValue
        reference = json["ref"]
        attributes = json["attributes"]?.objectValue ?? JSONObject()
        dependencies = (json["needs"]?.arrayValue ?? []).compactMap(\.stringValue)
        deletionPolicy = json["deletion"]?.stringValue
        updateReplacePolicy = json["replace"]?.stringValue
        metadata = json["metadata"]
        name = json["name"]?.stringValue
        isBegun = json["begun"]?.boolValue ?? false
    }

    /// The stored form.
    var json: JSON {
        var json: JSONObject = [
            "id": .string(logicalID), "type": .string(type), "status": .string(status),
            "updated": .integer(updatedAt.milliseconds), "properties": .object(properties), "form": .object(form),
            "attributes": .object(attributes), "needs": .array(dependencies.map { .string($0) }),
            "begun": .bool(isBegun),
        ]
        json["physical"] = physicalID.map { .string($0) }
        json["reason"] = reason.map { .string($0) }
        json["attempted"] = attempted.map { .object($0) }
        json["ref"] = reference
        json["deletion"] = deletionPolicy.map { .string($0) }
        json["replace"] = updateReplacePolicy.map { .string($0) }
        json["metadata"] = metadata
        json["name"] = name.map { .string($0) }
        return .object(json)
    }
}
