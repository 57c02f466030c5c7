import AWSWire
import JSONTree

/// `GetBucketPolicy`: the policy as it was given.
struct GetBucketPolicy: Operation {
    static let name = "GetBucketPolicy"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let bucket = try objects.buckets.bucket(of: ActionInput(input))
        guard let policy = bucket[.policy] else {
            throw ServiceError(
                "NoSuchBucketPolicy", "The bucket policy does not exist", status: 404,
                members: [("BucketName", .string(bucket.name))])
        }
        return OperationOutput(["Policy": policy])
    }
}
