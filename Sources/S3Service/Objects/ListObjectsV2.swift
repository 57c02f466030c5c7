import AWSWire
import JSONTree

/// `ListObjectsV2`: the keys of a bucket, page by page.
struct ListObjectsV2: Operation {
    static let name = "ListObjectsV2"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let bucket = try objects.buckets.bucket(of: request)
        let (prefix, delimiter) = (try request.text("Prefix") ?? "", try request.text("Delimiter") ?? "")
        let startAfter = try request.text("StartAfter")
        let token = try request.text("ContinuationToken")
        let (pages, list) = (objects.pages, "objects \(bucket.name)")
        let after = try pages.place(token, list: list) ?? startAfter
        let limit = try request.pageLimit("MaxKeys")
        let listing = try await ObjectListing.read(
            objects, bucket: bucket.name, prefix: prefix, delimiter: delimiter, after: after, limit: limit)
        let shown = KeyEncoding(try request.text("EncodingType"))
        var output: JSONObject = [
            "Name": .string(bucket.name), "Prefix": shown(prefix), "MaxKeys": .integer(Int64(limit)),
            "KeyCount": .integer(Int64(listing.entries.count)), "IsTruncated": .bool(listing.isTruncated),
        ]
        let owner = try request.flag("FetchOwner") ? Owner.shape(of: bucket.account) : nil
        listing.add(to: &output, shown, owner: owner)
        if !delimiter.isEmpty { output["Delimiter"] = shown(delimiter) }
        output["EncodingType"] = request.value("EncodingType")
        output["ContinuationToken"] = token.map { .string($0) }
        output["StartAfter"] = startAfter.map { shown($0) }
        if listing.isTruncated, let last = listing.entries.last {
            output["NextContinuationToken"] = .string(pages.token(last.text, list: list))
        }
        return OperationOutput(.object(output))
    }
}
