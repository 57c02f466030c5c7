import AWSWire
import JSONTree

/// `AWS::StepFunctions::StateMachineAlias`.
struct StateMachineAliasResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::StepFunctions::StateMachineAlias", "Name! DeploymentPreference Description RoutingConfiguration",
        attributes: ["Arn"], naming: .init(property: "Name", lengthMax: 80))

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        var input = try self.input(work)
        input["name"] = .string(work.name)
        let arn =
            try await work.call("states", "CreateStateMachineAlias", input)["stateMachineAliasArn"] ?? ""
        work.physicalID = arn.stringValue
        work.attributes = ["Arn": arn]
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        var input = try self.input(work)
        input["stateMachineAliasArn"] = .string(work.physicalID ?? "")
        try await work.call("states", "UpdateStateMachineAlias", input)
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        try await work.call(
            "states", "DeleteStateMachineAlias", ["stateMachineAliasArn": .string(work.physicalID ?? "")])
    }

    private func input(_ work: ResourceWork) throws(ServiceError) -> JSONObject {
        var input = work.only("Description", "RoutingConfiguration")
        if let preference = work.properties["DeploymentPreference"] {
            let type = preference["Type"]?.stringValue ?? ""
            guard type == "ALL_AT_ONCE" else {
                throw .validation("DeploymentPreference \(type) is not served here; ALL_AT_ONCE is.")
            }
            input["RoutingConfiguration"] = [
                ["stateMachineVersionArn": preference["StateMachineVersionArn"] ?? "", "weight": 100]
            ]
        }
        return input
    }
}
