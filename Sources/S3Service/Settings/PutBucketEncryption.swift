import AWSWire
import JSONTree

/// `PutBucketEncryption`: kept and told again; nothing is encrypted here.
struct PutBucketEncryption: Operation {
    static let name = "PutBucketEncryption"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        guard let rules = input["ServerSideEncryptionConfiguration"], let list = rules["Rules"]?.arrayValue,
            !list.isEmpty, list.allSatisfy(Self.isRule)
        else { throw .malformedXML }
        try await objects.buckets.change(ActionInput(input)) { $0[.encryption] = rules }
        return OperationOutput()
    }

    /// A rule may leave the choice of a method out, and choose none that there is not.
    private static func isRule(_ rule: JSON) -> Bool {
        guard let standard = rule["ApplyServerSideEncryptionByDefault"]?.unlessNull else { return rule.isObject }
        return ["AES256", "aws:kms", "aws:kms:dsse"].contains(standard["SSEAlgorithm"]?.stringValue)
    }
}
