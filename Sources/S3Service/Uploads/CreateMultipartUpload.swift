import AWSWire
import JSONTree
import StorageContract

/// `CreateMultipartUpload`: begins an object that comes in parts.
struct CreateMultipartUpload: Operation {
    static let name = "CreateMultipartUpload"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let place = try request.place()
        _ = try objects.buckets.bucket(of: request)
        let algorithm = try request.text("ChecksumAlgorithm").flatMap(ChecksumAlgorithm.init)
        let type = try request.text("ChecksumType") ?? (algorithm == .crc64nvme ? "FULL_OBJECT" : "COMPOSITE")
        if let algorithm, type == "FULL_OBJECT", !algorithm.isForWholeObjects {
            throw .invalidRequest(
                "The FULL_OBJECT checksum type cannot be used with the \(algorithm.rawValue) checksum algorithm.")
        }
        if algorithm == .crc64nvme, type == "COMPOSITE" {
            throw .invalidRequest("The COMPOSITE checksum type cannot be used with the crc64nvme checksum algorithm.")
        }
        let upload = Upload(
            id: objects.ids.next().filter { $0 != "-" }, place: place, startedAt: objects.now,
            headers: try ObjectHeaders(request), tags: try TagSet.ofHeader(request.text("Tagging")),
            algorithm: algorithm, checksOfWhole: type == "FULL_OBJECT")
        try objects.buckets.beginWriting(place.bucket)
        defer { objects.buckets.endWriting(place.bucket) }
        try await objects.write([.putResource(kind: Upload.kind, key: upload.storeKey, bytes: upload.bytes)])
        var output: JSONObject = [
            "Bucket": .string(place.bucket), "Key": .string(place.key), "UploadId": .string(upload.id),
        ]
        output["ServerSideEncryption"] = upload.headers.headers["ServerSideEncryption"]
        if let algorithm {
            output["ChecksumAlgorithm"] = .string(algorithm.rawValue)
            output["ChecksumType"] = .string(type)
        }
        return OperationOutput(.object(output))
    }
}
