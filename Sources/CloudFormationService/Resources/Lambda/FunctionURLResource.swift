import AWSWire
import JSONTree

/// `AWS::Lambda::Url`.
struct FunctionURLResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::Lambda::Url", "TargetFunctionArn*! AuthType* Cors InvokeMode Qualifier!",
        attributes: ["FunctionArn", "FunctionUrl"])

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        _ = try await work.make("lambda", "CreateFunctionUrlConfig", input(work))
        let found = try await work.call("lambda", "GetFunctionUrlConfig", input(work))
        work.physicalID = found["FunctionArn"]?.stringValue ?? work.text("TargetFunctionArn")
        work.attributes = [
            "FunctionArn": .string(work.physicalID ?? ""), "FunctionUrl": found["FunctionUrl"] ?? "",
        ]
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        try await work.call("lambda", "UpdateFunctionUrlConfig", input(work))
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        try await work.call("lambda", "DeleteFunctionUrlConfig", input(work))
    }

    private func input(_ work: ResourceWork) -> JSONObject {
        var input = work.only("AuthType", "Cors", "InvokeMode", "Qualifier")
        input["FunctionName"] = work.properties["TargetFunctionArn"]
        return input
    }
}
