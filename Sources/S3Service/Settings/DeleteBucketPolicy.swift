import AWSWire
import JSONTree

/// `DeleteBucketPolicy`: no error when there is none.
struct DeleteBucketPolicy: Operation {
    static let name = "DeleteBucketPolicy"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        try await objects.buckets.change(ActionInput(input)) { $0[.policy] = nil }
        return OperationOutput(status: 204)
    }
}
