import AWSWire
import JSONTree

/// What a client gives with an object and gets back with it: headers by member name, and its own metadata.
struct ObjectHeaders: Sendable, Equatable {
    /// By the member names of `PutObject` and `GetObject`.
    private(set) var headers = JSONObject()
    /// Names in lower case.
    private(set) var metadata = JSONObject()

    private static let names = [
        "CacheControl", "ContentDisposition", "ContentEncoding", "ContentLanguage", "ContentType", "Expires",
        "WebsiteRedirectLocation", "StorageClass", "ServerSideEncryption", "SSEKMSKeyId", "BucketKeyEnabled",
    ]

    /// Reads them from a request that makes an object.
    init(_ input: ActionInput) throws(ServiceError) {
        for name in Self.names { headers[name] = input.value(name) }
        if headers["ContentType"] == nil { headers["ContentType"] = "binary/octet-stream" }
        if headers["StorageClass"] == "STANDARD" { headers["StorageClass"] = nil }
        headers["ServerSideEncryption"] = headers["ServerSideEncryption"] ?? "AES256"
        for (name, value) in try input.textMap("Metadata") { metadata[name.lowercased()] = .string(value) }
        let bytes = metadata.reduce(0) { $0 + $1.key.utf8.count + ($1.value.stringValue?.utf8.count ?? 0) }
        guard bytes <= Limits.metadataBytesMax else {
            throw ServiceError(
                "MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size",
                members: [
                    ("Size", .integer(Int64(bytes))), ("MaxSizeAllowed", .integer(Int64(Limits.metadataBytesMax))),
                ])
        }
    }

    /// Reads the stored form.
    init(json: JSON) {
        headers = json["h"]?.objectValue ?? JSONObject()
        metadata = json["m"]?.objectValue ?? JSONObject()
    }

    /// The stored form.
    var json: JSON { ["h": .object(headers), "m": .object(metadata)] }

    /// `STANDARD` unless another was asked for.
    var storageClass: JSON { headers["StorageClass"] ?? "STANDARD" }

    /// Adds the members by which `GetObject` and `HeadObject` tell them.
    func add(to output: inout JSONObject) {
        for (name, value) in headers { output[name] = value }
        if !metadata.isEmpty { output["Metadata"] = .object(metadata) }
    }
}
