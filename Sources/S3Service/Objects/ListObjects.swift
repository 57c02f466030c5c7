import AWSWire
import JSONTree

/// `ListObjects`: the older form of `ListObjectsV2`; the next page begins after a key.
struct ListObjects: Operation {
    static let name = "ListObjects"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let bucket = try objects.buckets.bucket(of: request)
        let (prefix, delimiter) = (try request.text("Prefix") ?? "", try request.text("Delimiter") ?? "")
        let marker = try request.text("Marker")
        let limit = try request.pageLimit("MaxKeys")
        let listing = try await ObjectListing.read(
            objects, bucket: bucket.name, prefix: prefix, delimiter: delimiter, after: marker, limit: limit)
        let shown = KeyEncoding(try request.text("EncodingType"))
        var output: JSONObject = [
            "Name": .string(bucket.name), "Prefix": shown(prefix), "Marker": shown(marker ?? ""),
            "MaxKeys": .integer(Int64(limit)), "IsTruncated": .bool(listing.isTruncated),
        ]
        listing.add(to: &output, shown, owner: Owner.shape(of: bucket.account))
        if !delimiter.isEmpty { output["Delimiter"] = shown(delimiter) }
        output["EncodingType"] = request.value("EncodingType")
        // Without a delimiter the last key serves. Source: API reference, `ListObjects`, NextMarker.
        if listing.isTruncated, !delimiter.isEmpty, let last = listing.entries.last {
            output["NextMarker"] = shown(last.text)
        }
        return OperationOutput(.object(output))
    }
}
