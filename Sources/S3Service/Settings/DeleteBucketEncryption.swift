import AWSWire
import JSONTree

/// `DeleteBucketEncryption`: back to what every bucket has.
struct DeleteBucketEncryption: Operation {
    static let name = "DeleteBucketEncryption"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        try await objects.buckets.change(ActionInput(input)) { $0[.encryption] = nil }
        return OperationOutput(status: 204)
    }
}
