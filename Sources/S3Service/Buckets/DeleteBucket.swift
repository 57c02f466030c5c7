import AWSWire
import JSONTree

/// `DeleteBucket`: removes a bucket without objects.
struct DeleteBucket: Operation {
    static let name = "DeleteBucket"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let bucket = try objects.buckets.bucket(of: ActionInput(input))
        try await objects.deleteBucket(bucket.name)
        return OperationOutput(status: 204)
    }
}
