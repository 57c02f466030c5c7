import AWSWire
import JSONTree

/// `AWS::StepFunctions::StateMachine`.
struct StateMachineResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::StepFunctions::StateMachine",
        "RoleArn* StateMachineName! StateMachineType! Definition DefinitionS3Location DefinitionString DefinitionSubstitutions EncryptionConfiguration LoggingConfiguration Tags TracingConfiguration",
        attributes: ["Arn", "Name", "StateMachineRevisionId"],
        naming: .init(property: "StateMachineName", lengthMax: 80, beginsWithStack: false))

    /// How often it is looked whether the executions of a machine that is deleted have ended.
    private static let pause = Duration.milliseconds(100)

    func isTaken(_ work: ResourceWork) async throws(ServiceError) -> Bool {
        try await work.isThere("states", "DescribeStateMachine", ["stateMachineArn": .string(arn(work.name, work))])
    }

    private func arn(_ name: String, _ work: ResourceWork) -> String { work.arn("states", "stateMachine:\(name)") }

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        var input = try await settings(work)
        input["name"] = .string(work.name)
        input["type"] = work.properties["StateMachineType"]
        input["tags"] = work.tagList
        let made = try await work.call("states", "CreateStateMachine", input)
        work.physicalID = made["stateMachineArn"]?.stringValue
        try await describe(&work)
    }

    private func settings(_ work: ResourceWork) async throws(ServiceError) -> JSONObject {
        var input = work.only("RoleArn", "LoggingConfiguration", "TracingConfiguration", "EncryptionConfiguration")
        input["definition"] = .string(try await MachineDefinition.text(work))
        return input
    }

    private func describe(_ work: inout ResourceWork) async throws(ServiceError) {
        let found = try await work.call(
            "states", "DescribeStateMachine", ["stateMachineArn": .string(work.physicalID ?? "")])
        work.attributes = [
            "Arn": .string(work.physicalID ?? ""), "Name": found["name"] ?? "",
            "StateMachineRevisionId": found["revisionId"] ?? "INITIAL",
        ]
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        let arn = JSON.string(work.physicalID ?? "")
        var input = try await settings(work)
        input["stateMachineArn"] = arn
        if work.changes("LoggingConfiguration"), input["LoggingConfiguration"] == nil {
            input["LoggingConfiguration"] = ["level": "OFF"]
        }
        if work.changes("TracingConfiguration"), input["TracingConfiguration"] == nil {
            input["TracingConfiguration"] = ["enabled": false]
        }
        try await work.call("states", "UpdateStateMachine", input)
        let (removed, set) = work.tagChanges
        if !removed.isEmpty {
            try await work.call(
                "states", "UntagResource", ["resourceArn": arn, "tagKeys": .array(removed.map { .string($0) })])
        }
        if !set.isEmpty {
            try await work.call("states", "TagResource", ["resourceArn": arn, "tags": .array(set.map(\.shape))])
        }
        try await describe(&work)
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        let machine: JSONObject = ["stateMachineArn": .string(work.physicalID ?? "")]
        try await work.call("states", "DeleteStateMachine", machine)
        // It is gone when its executions have ended.
        while try await work.isThere("states", "DescribeStateMachine", machine) {
            do { try await work.surroundings.pause(Self.pause) } catch {
                throw ServiceError("ServiceUnavailable", "The host is stopping.", status: 503)
            }
        }
    }
}
