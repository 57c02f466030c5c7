import AWSWire
import JSONTree

/// `PutObject`: stores an object whole, instead of one that is there.
struct PutObject: Operation {
    static let name = "PutObject"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let place = try request.place()
        _ = try objects.buckets.bucket(of: request)
        let row = try await objects.put(
            place, ObjectPayload.bytes(input, context), PayloadChecks(request), Conditions(request),
            ObjectHeaders(request), tags: TagSet.ofHeader(request.text("Tagging")), by: .init(context))
        var output: JSONObject = ["ETag": row.quotedETag]
        output["ServerSideEncryption"] = row.headers.headers["ServerSideEncryption"]
        row.checksum?.add(to: &output)
        return OperationOutput(.object(output))
    }
}
