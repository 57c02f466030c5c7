import AWSWire
import JSONTree

/// `AWS::Lambda::Version`.
struct FunctionVersionResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::Lambda::Version",
        "FunctionName*! CodeSha256! Description! ProvisionedConcurrencyConfig! RuntimePolicy! FunctionScalingConfig",
        attributes: ["FunctionArn", "Version"])

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        guard work.properties["ProvisionedConcurrencyConfig"] == nil else {
            throw .validation("ProvisionedConcurrencyConfig is not served here: functions that are installed are warm.")
        }
        let made = try await work.call(
            "lambda", "PublishVersion", work.only("FunctionName", "CodeSha256", "Description"))
        let version = made["Version"]?.stringValue ?? ""
        var arn = made["FunctionArn"]?.stringValue ?? ""
        if !arn.hasSuffix(":\(version)") { arn += ":\(version)" }
        work.physicalID = arn
        work.attributes = ["FunctionArn": .string(arn), "Version": .string(version)]
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {}

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        try await work.call("lambda", "DeleteFunction", ["FunctionName": .string(work.physicalID ?? "")])
    }
}
