import AWSWire
import Digests
import JSONTree
import Platform

/// `CopyObject`: makes an object of another's bytes.
struct CopyObject: Operation {
    static let name = "CopyObject"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let place = try request.place()
        _ = try objects.buckets.bucket(of: request)
        let source = try CopySource(request).place
        _ = try objects.buckets.bucket(source.bucket)
        let (old, content) = try await objects.open(source)
        try CopySource.check(request, old)
        try objects.buckets.beginWriting(place.bucket)
        defer { objects.buckets.endWriting(place.bucket) }
        let row = try await copy(old, content, request, from: source, to: place)
        try await objects.commit(row, at: place, Conditions(request), .copy, by: .init(context))
        var result: JSONObject = ["ETag": row.quotedETag, "LastModified": .double(row.modifiedAt.seconds)]
        row.checksum?.add(to: &result)
        var output: JSONObject = ["CopyObjectResult": .object(result)]
        output["ServerSideEncryption"] = row.headers.headers["ServerSideEncryption"]
        return OperationOutput(.object(output))
    }

    /// The new row, its content in place.
    private func copy(
        _ old: ObjectRow, _ content: OpenContent, _ request: ActionInput, from source: ObjectPlace,
        to place: ObjectPlace
    ) async throws(ServiceError) -> ObjectRow {
        let replacesHeaders = try request.text("MetadataDirective") == "REPLACE"
        if source == place, !replacesHeaders, request.value("StorageClass") == nil,
            request.value("ServerSideEncryption") == nil
        {
            throw .invalidRequest(
                "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes."
            )
        }
        let checks = try PayloadChecks(request, standard: old.checksum?.algorithm)
        let id = objects.ids.next()
        let files = objects.content
        let found = try await objects.work.run { () throws(ServiceError) in
            let found = try content.withBytes { bytes in Result { () throws(ServiceError) in try checks.verify(bytes) }
            }
            // Whatever the name refers to by now, these are the bytes that were judged.
            try files.extract(0..<content.size, from: content, as: id, in: place.bucket)
            return try found.get()
        }
        var row = old
        row.content = id
        row.etag = found.md5
        row.partSizes = []
        row.checksum = found.checksum
        row.modifiedAt = objects.now
        if replacesHeaders { row.headers = try ObjectHeaders(request) }
        if try request.text("TaggingDirective") == "REPLACE" { row.tags = try TagSet.ofHeader(request.text("Tagging")) }
        return row
    }
}
