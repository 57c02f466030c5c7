import AWSWire
import JSONTree

/// `ListParts`: the parts of an upload that came so far.
struct ListParts: Operation {
    static let name = "ListParts"
    let uploads: UploadStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let upload = try await uploads.upload(request)
        let marker = try request.integer("PartNumberMarker") ?? 0
        let limit = try request.pageLimit("MaxParts")
        let rest = try await uploads.parts(of: upload).filter { $0.number > marker }
        let page = rest.prefix(limit)
        let owner = Owner.shape(of: try uploads.objects.buckets.bucket(upload.place.bucket).account)
        var output: JSONObject = [
            "Bucket": .string(upload.place.bucket), "Key": .string(upload.place.key), "UploadId": .string(upload.id),
            "PartNumberMarker": .integer(Int64(marker)), "MaxParts": .integer(Int64(limit)),
            "NextPartNumberMarker": .integer(Int64(page.last?.number ?? marker)),
            "IsTruncated": .bool(page.count < rest.count), "Initiator": owner, "Owner": owner,
            "StorageClass": upload.headers.storageClass, "Parts": .array(page.map(Self.shape)),
        ]
        if let algorithm = upload.algorithm { output["ChecksumAlgorithm"] = .string(algorithm.rawValue) }
        return OperationOutput(.object(output))
    }

    private static func shape(_ part: Part) -> JSON {
        var shape: JSONObject = [
            "PartNumber": .integer(Int64(part.number)), "LastModified": .double(part.modifiedAt.seconds),
            "ETag": .string("\"\(part.md5)\""), "Size": .integer(Int64(part.size)),
        ]
        if let checksum = part.checksum { shape[checksum.algorithm.member] = .string(checksum.text) }
        return .object(shape)
    }
}
