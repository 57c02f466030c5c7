import AWSWire
import JSONTree
import Platform

/// `UploadPart`: stores one part of an object, instead of one of the same number.
struct UploadPart: Operation {
    static let name = "UploadPart"
    let uploads: UploadStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let number = try Self.number(request)
        let upload = try await uploads.upload(request)
        let objects = uploads.objects
        let bucket = upload.place.bucket
        try objects.buckets.beginWriting(bucket)
        defer { objects.buckets.endWriting(bucket) }
        let checks = try PayloadChecks(request, standard: upload.algorithm)
        let (id, bytes, files) = (objects.ids.next(), ObjectPayload.bytes(input, context), objects.content)
        let found = try await objects.work.run { () throws(ServiceError) in
            let found = try checks.verify(bytes)
            try files.write(bytes, as: id, in: bucket)
            return found
        }
        let part = Part(
            number: number, content: id, size: bytes.count, md5: found.md5, modifiedAt: objects.now,
            checksum: found.checksum)
        try await uploads.commit(part, request)
        var output: JSONObject = ["ETag": .string("\"\(part.md5)\"")]
        if let checksum = part.checksum { output[checksum.algorithm.member] = .string(checksum.text) }
        output["ServerSideEncryption"] = upload.headers.headers["ServerSideEncryption"]
        return OperationOutput(.object(output))
    }

    /// The number of the part that comes.
    static func number(_ request: ActionInput) throws(ServiceError) -> Int {
        let number = try request.integer("PartNumber") ?? 0
        guard (1...Limits.partNumberMax).contains(number) else {
            throw .invalidArgument(
                "Part number must be an integer between 1 and \(Limits.partNumberMax), inclusive", "partNumber",
                "\(number)")
        }
        return number
    }
}
