import AWSWire
import JSONTree

/// `GetBucketNotificationConfiguration`: who is told of objects that come and go; empty for nobody, as in AWS.
struct GetBucketNotificationConfiguration: Operation {
    static let name = "GetBucketNotificationConfiguration"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        OperationOutput(try objects.buckets.bucket(of: ActionInput(input))[.notification] ?? .emptyObject)
    }
}
