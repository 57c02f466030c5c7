import AWSWire
import JSONTree

/// `HeadBucket`: whether a bucket is there, and where.
struct HeadBucket: Operation {
    static let name = "HeadBucket"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let bucket = try objects.buckets.bucket(of: ActionInput(input))
        return OperationOutput([
            "BucketArn": .string("arn:aws:s3:::\(bucket.name)"), "BucketRegion": .string(bucket.region),
            "AccessPointAlias": false,
        ])
    }
}
