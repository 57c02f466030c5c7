import AWSWire
import JSONTree
import ResourceNames

/// `AWS::S3::Bucket`. Rules of life cycles, of access from other sites and of ownership are taken and have no effect here.
struct BucketResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::S3::Bucket",
        "BucketName! AccelerateConfiguration AccessControl AnalyticsConfigurations BucketEncryption CorsConfiguration IntelligentTieringConfigurations InventoryConfigurations LifecycleConfiguration LoggingConfiguration MetricsConfigurations NotificationConfiguration ObjectLockConfiguration ObjectLockEnabled OwnershipControls PublicAccessBlockConfiguration ReplicationConfiguration Tags VersioningConfiguration WebsiteConfiguration",
        attributes: ["Arn", "DomainName", "DualStackDomainName", "RegionalDomainName", "WebsiteURL"],
        naming: .init(property: "BucketName", lengthMax: 63, isLowerCase: true))

    /// What would be missed if it were passed over.
    private static let refused = ["ObjectLockConfiguration", "ReplicationConfiguration", "WebsiteConfiguration"]

    func isTaken(_ work: ResourceWork) async throws(ServiceError) -> Bool {
        do throws(ServiceError) {
            try await work.call("s3", "HeadBucket", ["Bucket": .string(work.name)])
            return true
        } catch {
            guard error.status == 404 else { return true }
            return false
        }
    }

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        if let name = Self.refused.first(where: { work.properties[$0] != nil }) {
            throw .validation("\(name) of buckets is not served here.")
        }
        var input: JSONObject = ["Bucket": .string(work.name)]
        if work.territory.region != "us-east-1" {
            input["CreateBucketConfiguration"] = ["LocationConstraint": .string(work.territory.region)]
        }
        _ = try await work.make("s3", "CreateBucket", input)
        work.physicalID = work.name
        let region = work.territory.region
        work.attributes = [
            "Arn": .string("arn:aws:s3:::\(work.name)"), "DomainName": .string("\(work.name).s3.amazonaws.com"),
            "DualStackDomainName": .string("\(work.name).s3.dualstack.\(region).amazonaws.com"),
            "RegionalDomainName": .string("\(work.name).s3.\(region).amazonaws.com"),
            "WebsiteURL": .string("http://\(work.name).s3-website-\(region).amazonaws.com"),
        ]
        try await configure(work)
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        if let name = Self.refused.first(where: { work.properties[$0] != nil }) {
            throw .validation("\(name) of buckets is not served here.")
        }
        try await configure(work)
    }

    private func configure(_ work: ResourceWork) async throws(ServiceError) {
        let bucket: JSONObject = ["Bucket": .string(work.physicalID ?? "")]
        func with(_ name: String, _ value: JSON) -> JSONObject {
            var input = bucket
            input[name] = value
            return input
        }
        if work.changes("VersioningConfiguration") {
            let status = work.properties["VersioningConfiguration"] ?? ["Status": "Suspended"]
            try await work.call("s3", "PutBucketVersioning", with("VersioningConfiguration", status))
        }
        if work.changes("BucketEncryption") {
            if let rules = work.properties["BucketEncryption"] {
                try await work.call(
                    "s3", "PutBucketEncryption", with("ServerSideEncryptionConfiguration", Self.encryption(rules)))
            } else {
                try await work.call("s3", "DeleteBucketEncryption", bucket)
            }
        }
        if work.changes("PublicAccessBlockConfiguration") {
            if let block = work.properties["PublicAccessBlockConfiguration"] {
                try await work.call("s3", "PutPublicAccessBlock", with("PublicAccessBlockConfiguration", block))
            } else {
                try await work.call("s3", "DeletePublicAccessBlock", bucket)
            }
        }
        if work.changes("NotificationConfiguration") {
            let notifications = BucketNotifications.configuration(work.properties["NotificationConfiguration"])
            try await work.call(
                "s3", "PutBucketNotificationConfiguration", with("NotificationConfiguration", notifications))
        }
        let (removed, set) = work.tagChanges
        guard !removed.isEmpty || !set.isEmpty || work.before.isEmpty else { return }
        try await work.call("s3", "PutBucketTagging", with("Tagging", ["TagSet": work.tagList]))
    }

    /// The template's names for rules are other than the action's.
    private static func encryption(_ json: JSON) -> JSON {
        let rules = json["ServerSideEncryptionConfiguration"]?.arrayValue ?? []
        return [
            "Rules": .array(
                rules.map { rule in
                    var shape = JSONObject()
                    shape["ApplyServerSideEncryptionByDefault"] = rule["ServerSideEncryptionByDefault"]
                    shape["BucketKeyEnabled"] = rule["BucketKeyEnabled"]
                    return .object(shape)
                })
        ]
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        try await work.call("s3", "DeleteBucket", ["Bucket": .string(work.physicalID ?? "")])
    }
}
