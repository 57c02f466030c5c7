import AWSWire
import JSONTree

/// `DeleteObjectTagging`: leaves an object without tags.
struct DeleteObjectTagging: Operation {
    static let name = "DeleteObjectTagging"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        _ = try objects.buckets.bucket(of: ActionInput(input))
        try await objects.change(ActionInput(input).place()) { $0.tags = .emptyArray }
        return OperationOutput(status: 204)
    }
}
