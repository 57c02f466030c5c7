import AWSWire
import JSONTree
import ResourceNames

/// `CreateBucket`: adds an empty bucket in the region of its location constraint.
struct CreateBucket: Operation {
    static let name = "CreateBucket"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let name = try request.requiredText("Bucket")
        guard BucketName.isValid(name) else {
            throw ServiceError(
                "InvalidBucketName", "The specified bucket is not valid.", members: [("BucketName", .string(name))])
        }
        try FixedValues.check(request)
        let territory = context.territory
        var bucket = Bucket(
            name: name, account: territory.account, region: try region(input, at: territory.region),
            createdAt: objects.now)
        if let tags = input["CreateBucketConfiguration"]?["Tags"]?.unlessNull {
            bucket[.tagging] = try TagSet.checked(tags, of: .bucket, in: context)
        }
        if let existing = try await objects.create(bucket) {
            guard existing.account == territory.account else {
                throw ServiceError(
                    "BucketAlreadyExists",
                    "The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.",
                    status: 409, members: [("BucketName", .string(name))])
            }
            // In us-east-1 alone the owner may ask for what is there. Source: API reference, `CreateBucket`, BucketAlreadyOwnedByYou.
            guard existing.region == "us-east-1", bucket.region == "us-east-1" else {
                throw ServiceError(
                    "BucketAlreadyOwnedByYou",
                    "Your previous request to create the named bucket succeeded and you already own it.", status: 409,
                    members: [("BucketName", .string(name))])
            }
        }
        return OperationOutput(["Location": .string("/\(name)"), "BucketArn": .string("arn:aws:s3:::\(name)")])
    }

    /// The endpoint of us-east-1 makes buckets anywhere, any other in its own region only.
    private func region(_ input: JSON, at endpoint: String) throws(ServiceError) -> String {
        let constraint = input["CreateBucketConfiguration"]?["LocationConstraint"]?.stringValue
        if endpoint == "us-east-1" {
            guard constraint != "us-east-1" else {
                throw ServiceError("InvalidLocationConstraint", "The specified location-constraint is not valid")
            }
            return constraint == "EU" ? "eu-west-1" : constraint ?? endpoint
        }
        guard constraint == endpoint || (constraint == "EU" && endpoint == "eu-west-1") else {
            throw ServiceError(
                "IllegalLocationConstraintException",
                "The \(constraint ?? "unspecified") location constraint is incompatible for the region specific endpoint this request was sent to."
            )
        }
        return endpoint
    }
}
