import AWSWire
import JSONTree

/// `GetBucketVersioning`: what was last asked for; without a status when nothing was.
struct GetBucketVersioning: Operation {
    static let name = "GetBucketVersioning"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let bucket = try objects.buckets.bucket(of: ActionInput(input))
        return OperationOutput(bucket[.versioning] ?? .emptyObject)
    }
}
