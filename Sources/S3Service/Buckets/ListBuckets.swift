import AWSWire
import JSONTree
import ResourceNames

/// `ListBuckets`: the account's buckets by name.
struct ListBuckets: Operation {
    static let name = "ListBuckets"
    let objects: ObjectStore

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let prefix = try request.text("Prefix") ?? ""
        let region = try request.text("BucketRegion")
        let start = try objects.pages.place(request.text("ContinuationToken"), list: Self.name)
        let limit = try request.integer("MaxBuckets") ?? Limits.bucketsPageMax
        guard (1...Limits.bucketsPageMax).contains(limit) else {
            throw .invalidArgument(
                "Argument max-buckets must be an integer between 1 and \(Limits.bucketsPageMax)", "max-buckets",
                "\(limit)")
        }
        let account = context.territory.account
        let found = objects.buckets.all.filter { bucket in
            bucket.account == account && bucket.name.hasPrefix(prefix)
                && (region ?? bucket.region) == bucket.region && bucket.name > start ?? ""
        }
        let page = found.prefix(limit)
        var output: JSONObject = [
            "Buckets": .array(
                page.map {
                    [
                        "Name": .string($0.name), "CreationDate": .double($0.createdAt.seconds),
                        "BucketRegion": .string($0.region), "BucketArn": .string("arn:aws:s3:::\($0.name)"),
                    ]
                }), "Owner": Owner.shape(of: account),
        ]
        if page.count < found.count, let last = page.last {
            output["ContinuationToken"] = .string(objects.pages.token(last.name, list: Self.name))
        }
        if !prefix.isEmpty { output["Prefix"] = .string(prefix) }
        return OperationOutput(.object(output))
    }
}
