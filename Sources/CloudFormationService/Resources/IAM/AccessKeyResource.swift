import AWSWire
import JSONTree

/// `AWS::IAM::AccessKey`.
struct AccessKeyResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::IAM::AccessKey", "UserName*! Serial! Status", attributes: ["SecretAccessKey"])

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        let key = try await work.makeOnce("iam", "CreateAccessKey", work.only("UserName"))["AccessKey"]
        work.physicalID = key?["AccessKeyId"]?.stringValue
        work.attributes = ["SecretAccessKey": key?["SecretAccessKey"] ?? ""]
        if work.text("Status") == "Inactive" { try await setStatus(work) }
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) { try await setStatus(work) }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        try await work.call("iam", "DeleteAccessKey", key(work))
    }

    private func key(_ work: ResourceWork) -> JSONObject {
        ["UserName": work.properties["UserName"] ?? "", "AccessKeyId": .string(work.physicalID ?? "")]
    }

    private func setStatus(_ work: ResourceWork) async throws(ServiceError) {
        var input = key(work)
        input["Status"] = work.properties["Status"] ?? "Active"
        try await work.call("iam", "UpdateAccessKey", input)
    }
}
