import AWSWire
import JSONTree

/// `AWS::Logs::ResourcePolicy`.
struct LogPolicyResource: ResourceType {
    let facts = ResourceFacts("AWS::Logs::ResourcePolicy", "PolicyName*! PolicyDocument*")

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        work.physicalID = try work.required("PolicyName")
        try await update(&work)
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        let document = work.policy(work.properties["PolicyDocument"])
        try await work.call(
            "logs", "PutResourcePolicy",
            ["policyName": .string(work.physicalID ?? ""), "policyDocument": document])
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        try await work.remove("logs", "DeleteResourcePolicy", ["policyName": .string(work.physicalID ?? "")])
    }
}
