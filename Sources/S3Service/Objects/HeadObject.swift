import AWSWire
import JSONTree

/// `HeadObject`: what is known of an object, without its bytes.
struct HeadObject: Operation {
    static let name = "HeadObject"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let place = try request.place()
        _ = try objects.buckets.bucket(of: request)
        guard let row = try await objects.find(place) else { throw .noSuchKey(place.key) }
        guard let reply = try ObjectReply(row, request) else { return ObjectReply.notModified(row) }
        return try reply.output()
    }
}
