import AWSWire
import JSONTree

/// `GetObjectTagging`: the tags of an object; none is no error.
struct GetObjectTagging: Operation {
    static let name = "GetObjectTagging"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let place = try ActionInput(input).place()
        _ = try objects.buckets.bucket(of: ActionInput(input))
        guard let row = try await objects.find(place) else { throw .noSuchKey(place.key) }
        return OperationOutput(["TagSet": row.tags])
    }
}
