import AWSWire
import JSONTree

/// `PutPublicAccessBlock`: kept and told again; what is not named is off.
struct PutPublicAccessBlock: Operation {
    static let name = "PutPublicAccessBlock"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        guard let asked = input["PublicAccessBlockConfiguration"] else { throw .malformedXML }
        var block = JSONObject()
        for name in ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"] {
            block[name] = asked[name] ?? false
        }
        try await objects.buckets.change(ActionInput(input)) { $0[.publicAccessBlock] = .object(block) }
        return OperationOutput()
    }
}
