import AWSWire
import JSONTree

/// `AWS::S3::BucketPolicy`.
struct BucketPolicyResource: ResourceType {
    let facts = ResourceFacts("AWS::S3::BucketPolicy", "Bucket*! PolicyDocument*")

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        try await put(work)
        work.physicalID = work.text("Bucket")
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) { try await put(work) }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        try await work.call("s3", "DeleteBucketPolicy", work.only("Bucket"))
    }

    private func put(_ work: ResourceWork) async throws(ServiceError) {
        var input = work.only("Bucket")
        input["Policy"] = work.policy(work.properties["PolicyDocument"])
        try await work.call("s3", "PutBucketPolicy", input)
    }
}
