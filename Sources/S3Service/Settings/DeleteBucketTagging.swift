import AWSWire
import JSONTree

/// `DeleteBucketTagging`: no error when there are none.
struct DeleteBucketTagging: Operation {
    static let name = "DeleteBucketTagging"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        try await objects.buckets.change(ActionInput(input)) { $0[.tagging] = nil }
        return OperationOutput(status: 204)
    }
}
