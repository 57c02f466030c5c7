import AWSWire
import JSONTree

/// `AWS::Lambda::Permission`: a statement of a function's policy.
struct PermissionResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::Lambda::Permission",
        "Action*! FunctionName*! Principal*! EventSourceToken! FunctionUrlAuthType! InvokedViaFunctionUrl! PrincipalOrgID! SourceAccount! SourceArn!",
        attributes: ["Id"])

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        var input = work.properties
        input["StatementId"] = .string(work.name)
        _ = try await work.make("lambda", "AddPermission", input)
        work.physicalID = work.name
        work.attributes = ["Id": .string(work.name)]
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {}

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        try await work.call(
            "lambda", "RemovePermission",
            [
                "FunctionName": work.properties["FunctionName"] ?? "", "StatementId": .string(work.physicalID ?? ""),
            ])
    }
}
