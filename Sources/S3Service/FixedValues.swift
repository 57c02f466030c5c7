import AWSWire
import JSONTree

/// Members of requests that take one of a few values, and what S3 says of others.
///
/// Source: Amazon S3 API reference, "List of error codes"; the words as told by users of AWS, but for those about access
/// control lists, ownership and name spaces.
enum FixedValues {
    /// Refuses a value that its member does not take.
    static func check(_ input: ActionInput) throws(ServiceError) {
        for (member, shape) in members {
            guard let value = try input.text(member), !value.isEmpty else { continue }
            guard allowed[shape]?.contains(value) == true else { throw refusal(member, value) }
        }
        for member in ["ObjectLockMode", "ObjectLockRetainUntilDate", "ObjectLockLegalHoldStatus"]
        where input.value(member) != nil {
            // No bucket here has one.
            throw .invalidRequest("Bucket is missing Object Lock Configuration")
        }
        if try input.flag("ObjectLockEnabledForBucket") { throw notImplemented("x-amz-bucket-object-lock-enabled") }
        if try input.text("BucketNamespace") == "account-regional" { throw notImplemented("x-amz-bucket-namespace") }
        if let mode = try input.text("ChecksumMode"), !mode.isEmpty, !isEnabled(mode) {
            throw .invalidRequest("Value for x-amz-checksum-mode header is invalid.")
        }
        for attribute in try input.texts("OptionalObjectAttributes") where attribute != "RestoreStatus" {
            throw .invalidArgument(
                "Invalid attribute name specified.", "x-amz-optional-object-attributes", attribute)
        }
        if let name = try input.text("ChecksumAlgorithm"), !name.isEmpty, ChecksumAlgorithm(rawValue: name) == nil {
            throw .invalidRequest(
                "Checksum algorithm provided is unsupported. Please try again with any of the valid types: [CRC32, CRC32C, CRC64NVME, SHA1, SHA256]"
            )
        }
    }

    /// Whether a checksum mode asks for checksums; clients write it in capitals or not.
    static func isEnabled(_ mode: String) -> Bool { mode.uppercased() == "ENABLED" }

    /// Members with the names of their shapes.
    private static let members = [
        ("ACL", "ObjectCannedACL"), ("BucketNamespace", "BucketNamespace"), ("ChecksumType", "ChecksumType"),
        ("EncodingType", "EncodingType"), ("MetadataDirective", "MetadataDirective"),
        ("ObjectOwnership", "ObjectOwnership"), ("ServerSideEncryption", "ServerSideEncryption"),
        ("StorageClass", "StorageClass"), ("TaggingDirective", "TaggingDirective"),
    ]

    /// What the model of S3 allows, by shape.
    private static let allowed = Dictionary(
        uniqueKeysWithValues: ServiceModel.s3.shapes.filter { !$0.values.isEmpty }.map { ($0.name, $0.values) })

    /// S3's own refusal of what a server does not have: whoever asked for a lock or a name space must not believe to have got it.
    private static func notImplemented(_ header: String) -> ServiceError {
        ServiceError(
            "NotImplemented", "A header you provided implies functionality that is not implemented: \(header)",
            status: 501)
    }

    private static func refusal(_ member: String, _ value: String) -> ServiceError {
        switch member {
        case "BucketNamespace":
            .invalidArgument("Invalid x-amz-bucket-namespace header: \(value)", "x-amz-bucket-namespace", value)
        case "ObjectOwnership":
            .invalidArgument("Invalid x-amz-object-ownership header: \(value)", "x-amz-object-ownership", value)
        case "ChecksumType": .invalidRequest("Value for x-amz-checksum-type header is invalid.")
        case "EncodingType":
            .invalidArgument("Invalid Encoding Method specified in Request", "encoding-type", value)
        case "MetadataDirective":
            .invalidArgument("Unknown metadata directive.", "x-amz-metadata-directive", value)
        case "ServerSideEncryption":
            .invalidArgument(
                "The encryption method specified is not supported", "x-amz-server-side-encryption", value)
        case "StorageClass":
            ServiceError(
                "InvalidStorageClass", "The storage class you specified is not valid",
                members: [("StorageClassRequested", .string(value))])
        case "TaggingDirective": .invalidArgument("Unknown tagging directive.", "x-amz-tagging-directive", value)
        default: .invalidArgument("The canned ACL you specified is not valid", "x-amz-acl", value)
        }
    }
}
