import AWSWire
import JSONTree

/// `GetPublicAccessBlock`: which public access is blocked; all of it in a new bucket.
struct GetPublicAccessBlock: Operation {
    static let name = "GetPublicAccessBlock"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let bucket = try objects.buckets.bucket(of: ActionInput(input))
        guard let block = bucket[.publicAccessBlock] else {
            throw ServiceError(
                "NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found",
                status: 404,
                members: [("BucketName", .string(bucket.name))])
        }
        return OperationOutput(["PublicAccessBlockConfiguration": block])
    }
}
