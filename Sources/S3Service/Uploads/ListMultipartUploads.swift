import AWSWire
import JSONTree

/// `ListMultipartUploads`: uploads of a bucket that have begun and not ended.
struct ListMultipartUploads: Operation {
    static let name = "ListMultipartUploads"
    let uploads: UploadStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let bucket = try uploads.objects.buckets.bucket(of: request)
        let prefix = try request.text("Prefix") ?? ""
        let (keyMarker, idMarker) = (try request.text("KeyMarker") ?? "", try request.text("UploadIdMarker") ?? "")
        let limit = try request.pageLimit("MaxUploads")
        let rest = try await uploads.uploads(of: bucket.name).filter { upload in
            let key = upload.place.key
            guard key.utf8.starts(with: prefix.utf8) else { return false }
            if key == keyMarker { return !idMarker.isEmpty && upload.id > idMarker }
            return keyMarker.utf8.lexicographicallyPrecedes(key.utf8)
        }
        let page = rest.prefix(limit)
        let shown = KeyEncoding(try request.text("EncodingType"))
        let owner = Owner.shape(of: bucket.account)
        var output: JSONObject = [
            "Bucket": .string(bucket.name), "KeyMarker": shown(keyMarker), "UploadIdMarker": .string(idMarker),
            "Prefix": shown(prefix), "MaxUploads": .integer(Int64(limit)),
            "IsTruncated": .bool(page.count < rest.count),
            "Uploads": .array(
                page.map {
                    [
                        "UploadId": .string($0.id), "Key": shown($0.place.key),
                        "Initiated": .double($0.startedAt.seconds), "StorageClass": $0.headers.storageClass,
                        "Owner": owner, "Initiator": owner,
                    ]
                }),
        ]
        output["EncodingType"] = request.value("EncodingType")
        if page.count < rest.count, let last = page.last {
            output["NextKeyMarker"] = shown(last.place.key)
            output["NextUploadIdMarker"] = .string(last.id)
        }
        return OperationOutput(.object(output))
    }
}
