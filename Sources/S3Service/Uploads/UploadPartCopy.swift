import AWSWire
import JSONTree
import Platform

/// `UploadPartCopy`: stores bytes of another object as a part.
struct UploadPartCopy: Operation {
    static let name = "UploadPartCopy"
    let uploads: UploadStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let number = try UploadPart.number(request)
        let upload = try await uploads.upload(request)
        let objects = uploads.objects
        let source = try CopySource(request).place
        _ = try objects.buckets.bucket(source.bucket)
        let (old, content) = try await objects.open(source)
        try CopySource.check(request, old)
        let range = try ByteRange.of(request.text("CopySourceRange"), size: old.size) ?? 0..<old.size
        let bucket = upload.place.bucket
        try objects.buckets.beginWriting(bucket)
        defer { objects.buckets.endWriting(bucket) }
        let checks = try PayloadChecks(request, standard: upload.algorithm)
        let (id, files) = (objects.ids.next(), objects.content)
        let found = try await objects.work.run { () throws(ServiceError) in
            let found = try content.withBytes { bytes in
                Result { () throws(ServiceError) in try checks.verify(UnsafeRawBufferPointer(rebasing: bytes[range])) }
            }
            try files.extract(range, from: content, as: id, in: bucket)
            return try found.get()
        }
        let part = Part(
            number: number, content: id, size: range.count, md5: found.md5, modifiedAt: objects.now,
            checksum: found.checksum)
        try await uploads.commit(part, request)
        var result: JSONObject = [
            "ETag": .string("\"\(part.md5)\""), "LastModified": .double(part.modifiedAt.seconds),
        ]
        if let checksum = part.checksum { result[checksum.algorithm.member] = .string(checksum.text) }
        return OperationOutput(["CopyPartResult": .object(result)])
    }
}
