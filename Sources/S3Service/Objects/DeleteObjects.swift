import AWSWire
import JSONTree

/// `DeleteObjects`: removes up to a thousand objects, each on its own.
struct DeleteObjects: Operation {
    static let name = "DeleteObjects"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let bucket = try objects.buckets.bucket(of: request).name
        if !context.rawBody.isEmpty { _ = try PayloadChecks(request).verify(context.rawBody) }
        guard let list = input["Delete"], let items = list["Objects"]?.arrayValue,
            (1...Limits.deletionsMax).contains(items.count), !items.contains(where: { $0["Key"] == "" })
        else { throw .malformedXML }
        let isQuiet = list["Quiet"]?.boolValue == true
        var (deleted, failed): ([JSON], [JSON]) = ([], [])
        for item in items {
            let key = item["Key"]?.stringValue ?? ""
            do throws(ServiceError) {
                try await objects.delete(
                    ObjectPlace(bucket: bucket, key: key), Conditions(etag: item["ETag"]), by: .init(context))
                if !isQuiet { deleted.append(["Key": .string(key)]) }
            } catch {
                failed.append([
                    "Key": .string(key), "Code": .string(error.code), "Message": .string(error.message),
                ])
            }
        }
        return OperationOutput(["Deleted": .array(deleted), "Errors": .array(failed)])
    }
}
