import AWSWire
import JSONTree

/// `PutBucketEncryption`: kept and told again; nothing is encrypted here.
struct PutBucketEncryption: Operation {
    static let name = "PutBucketEncryption"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        guard let rules = input["ServerSideEncryptionConfiguration"] else { throw .malformedXML }
        try await objects.buckets.change(ActionInput(input)) { $0[.encryption] = rules }
        return OperationOutput()
    }
}
