import AWSWire
import JSONTree

/// `AWS::Events::EventBus`.
struct EventBusResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::Events::EventBus",
        "Name*! DeadLetterConfig Description EventSourceName! KmsKeyIdentifier LogConfig Policy Tags",
        attributes: ["Arn", "Name", "Policy"], naming: .init(property: "Name", lengthMax: 256))

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        guard work.properties["Policy"] == nil else {
            throw .validation("Policies of event buses are not served here.")
        }
        var input = work.without("Tags", "Policy", "LogConfig")
        input["Tags"] = work.tagList
        _ = try await work.make("events", "CreateEventBus", input)
        work.physicalID = work.name
        work.attributes = [
            "Arn": .string(work.arn("events", "event-bus/\(work.name)")), "Name": .string(work.name), "Policy": "",
        ]
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
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
