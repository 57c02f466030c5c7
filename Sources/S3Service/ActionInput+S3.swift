import AWSWire
import JSONTree
import ResourceNames

extension ActionInput {
    /// Reads a shape; failures are S3's.
    init(_ shape: JSON) { self.init(shape, words: Self.s3) }

    private static let s3 = Words(
        missing: { .invalidRequest("Missing required parameter: \($0)") },
        wrongType: { .invalidArgument("Argument must be \($1)", $0, "") })

    /// The object that bucket and key name.
    func place() throws(ServiceError) -> ObjectPlace {
        let place = ObjectPlace(bucket: try requiredText("Bucket"), key: try requiredText("Key"))
        guard place.key.utf8.count <= Limits.keyBytesMax else {
            throw ServiceError(
                "KeyTooLongError", "Your key is too long",
                members: [
                    ("Size", .integer(Int64(place.key.utf8.count))),
                    ("MaxSizeAllowed", .integer(Int64(Limits.keyBytesMax))),
                ])
        }
        return place
    }

    /// A member that is a time: seconds since 1970, or RFC 3339 in calls that do not come over HTTP.
    func time(_ name: String) -> Timestamp? {
        guard let value = value(name) else { return nil }
        if let seconds = value.doubleValue { return Timestamp(milliseconds: Int64((seconds * 1_000).rounded())) }
        return value.stringValue.flatMap { Timestamp(iso8601: $0) }
    }

    /// A limit of a page: at most 1,000, and that when none is given.
    func pageLimit(_ name: String) throws(ServiceError) -> Int {
        guard let limit = try integer(name) else { return Limits.listPage }
        guard limit >= 0 else {
            throw .invalidArgument("Argument \(name) must be an integer between 0 and 2147483647", name, "\(limit)")
        }
        return min(limit, Limits.listPage)
    }
}
