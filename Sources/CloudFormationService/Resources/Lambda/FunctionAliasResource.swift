import AWSWire
import JSONTree

/// `AWS::Lambda::Alias`.
struct FunctionAliasResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::Lambda::Alias",
        "FunctionName*! Name*! FunctionVersion* Description RoutingConfig ProvisionedConcurrencyConfig",
        attributes: ["AliasArn"])

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        guard work.properties["ProvisionedConcurrencyConfig"] == nil else {
            throw .validation("ProvisionedConcurrencyConfig is not served here: functions that are installed are warm.")
        }
        let input = self.input(work)
        _ = try await work.make("lambda", "CreateAlias", input)
        let found = try await work.call("lambda", "GetAlias", input)
        work.physicalID = found["AliasArn"]?.stringValue
        work.attributes = ["AliasArn": found["AliasArn"] ?? ""]
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        try await work.call("lambda", "UpdateAlias", input(work))
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        try await work.call("lambda", "DeleteAlias", work.only("FunctionName", "Name"))
    }

    /// The template lists weights where the action has a map.
    private func input(_ work: ResourceWork) -> JSONObject {
        var input = work.only("FunctionName", "Name", "FunctionVersion", "Description")
        var weights = JSONObject()
        for item in work.properties["RoutingConfig"]?["AdditionalVersionWeights"]?.arrayValue ?? [] {
            if let version = item["FunctionVersion"]?.stringValue { weights[version] = item["FunctionWeight"] }
        }
        input["RoutingConfig"] = ["AdditionalVersionWeights": .object(weights)]
        return input
    }
}
