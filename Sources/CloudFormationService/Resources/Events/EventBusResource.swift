import AWSWire
import JSONTree

/// `AWS::Events::EventBus`.
struct EventBusResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::Events::EventBus",
        "Name*! DeadLetterConfig Description EventSourceName! KmsKeyIdentifier LogConfig Policy Tags",
        attributes: ["Arn", "Name", "Policy"], naming: .init(property: "Name", lengthMax: 256))

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        var input = work.without("Tags", "Policy", "LogConfig")
        input["Tags"] = work.tagList
        _ = try await work.make("events", "CreateEventBus", input)
        work.physicalID = work.name
        work.attributes = [
            "Arn": .string(work.arn("events", "event-bus/\(work.name)")), "Name": .string(work.name), "Policy": "",
        ]
        if let policy = work.properties["Policy"] { try await put(policy, &work) }
    }

    private func put(_ policy: JSON, _ work: inout ResourceWork) async throws(ServiceError) {
        let (name, text) = (JSON.string(work.physicalID ?? ""), work.policy(policy))
        try await work.call("events", "PutPermission", ["EventBusName": name, "Policy": text])
        work.attributes["Policy"] = text
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        if work.changes("Policy") {
            if let policy = work.properties["Policy"] {
                try await put(policy, &work)
            } else {
                let name = JSON.string(work.physicalID ?? "")
                try await work.call(
                    "events", "RemovePermission", ["EventBusName": name, "RemoveAllPermissions": true])
                work.attributes["Policy"] = ""
            }
        }
        let arn = work.attributes["Arn"] ?? ""
        let (removed, set) = work.tagChanges
        if !removed.isEmpty {
            try await work.call(
                "events", "UntagResource", ["ResourceARN": arn, "TagKeys": .array(removed.map { .string($0) })])
        }
        if !set.isEmpty {
            try await work.call("events", "TagResource", ["ResourceARN": arn, "Tags": .array(set.map(\.shape))])
        }
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        try await work.call("events", "DeleteEventBus", ["Name": .string(work.physicalID ?? "")])
    }
}
