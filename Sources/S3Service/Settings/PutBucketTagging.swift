import AWSWire
import JSONTree

/// `PutBucketTagging`: replaces the tags of a bucket.
struct PutBucketTagging: Operation {
    static let name = "PutBucketTagging"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let tags = try TagSet.checked(input["Tagging"]?["TagSet"], of: .bucket, in: context)
        try await objects.buckets.change(ActionInput(input)) { $0[.tagging] = tags }
        return OperationOutput(status: 204)
    }
}
