import AWSWire
import JSONTree

/// `PutBucketPolicy`: kept as it is given; only its form is checked.
struct PutBucketPolicy: Operation {
    static let name = "PutBucketPolicy"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let text = try ActionInput(input).requiredText("Policy")
        guard text.utf8.count <= Limits.policyBytesMax, let policy = try? JSON.parse(text), policy["Statement"] != nil
        else {
            // What exactly is wrong with the text is not told by S3 either.
            throw ServiceError("MalformedPolicy", "Policies must be valid JSON and the first byte must be '{'")
        }
        try await objects.buckets.change(ActionInput(input)) { $0[.policy] = .string(text) }
        return OperationOutput(status: 204)
    }
}
