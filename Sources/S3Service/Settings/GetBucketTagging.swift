import AWSWire
import JSONTree

/// `GetBucketTagging`: the tags of a bucket.
struct GetBucketTagging: Operation {
    static let name = "GetBucketTagging"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let bucket = try objects.buckets.bucket(of: ActionInput(input))
        guard let tags = bucket[.tagging] else {
            throw ServiceError(
                "NoSuchTagSet", "The TagSet does not exist", status: 404,
                members: [("BucketName", .string(bucket.name))])
        }
        return OperationOutput(["TagSet": tags])
    }
}
