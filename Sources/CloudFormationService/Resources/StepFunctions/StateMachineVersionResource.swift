import AWSWire
import JSONTree

/// `AWS::StepFunctions::StateMachineVersion`.
struct StateMachineVersionResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::StepFunctions::StateMachineVersion", "StateMachineArn*! StateMachineRevisionId! Description!",
        attributes: ["Arn"])

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        var input = work.only("StateMachineArn", "Description")
        input["revisionId"] = work.properties["StateMachineRevisionId"]
        let arn =
            try await work.call("states", "PublishStateMachineVersion", input)["stateMachineVersionArn"] ?? ""
        work.physicalID = arn.stringValue
        work.attributes = ["Arn": arn]
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {}

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        try await work.call(
            "states", "DeleteStateMachineVersion", ["stateMachineVersionArn": .string(work.physicalID ?? "")])
    }
}
