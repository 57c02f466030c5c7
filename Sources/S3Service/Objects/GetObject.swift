import AWSWire
import JSONTree

/// `GetObject`: an object, or a range of it, with its bytes.
struct GetObject: Operation {
    static let name = "GetObject"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        _ = try objects.buckets.bucket(of: request)
        let (row, content) = try await objects.open(request.place())
        guard let reply = try ObjectReply(row, request) else { return ObjectReply.notModified(row) }
        guard content.size == row.size else { throw .internalError("The content of an object has another length") }
        var output = try reply.output()
        output.file = content.slice(reply.range)
        return output
    }
}
