import AWSWire
import JSONTree

/// `GetBucketLocation`: a bucket's region; none for us-east-1.
struct GetBucketLocation: Operation {
    static let name = "GetBucketLocation"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let region = try objects.buckets.bucket(of: ActionInput(input)).region
        return OperationOutput(region == "us-east-1" ? [:] : ["LocationConstraint": .string(region)])
    }
}
