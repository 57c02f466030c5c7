/// What S3 allows.
///
/// Source: Amazon S3 user guide, "Amazon S3 multipart upload limits", "Creating object key names", "Working with object metadata".
enum Limits {
    /// Bytes of a key.
    static let keyBytesMax = 1_024
    /// Bytes of all names and values of user metadata.
    static let metadataBytesMax = 2_048
    /// The highest number of a part.
    static let partNumberMax = 10_000
    /// The smallest part but the last, in bytes.
    static let partBytesMin = 5 * 1_048_576
    /// Buckets of a page.
    static let bucketsPageMax = 10_000
    /// Entries of a page of objects, parts or uploads.
    static let listPage = 1_000
    /// Objects of one `DeleteObjects`.
    static let deletionsMax = 1_000
    /// Tags of an object.
    static let objectTagsMax = 10
    /// Tags of a bucket.
    static let bucketTagsMax = 50
    /// The longest pause between two attempts to deliver a notification.
    static let noticePauseSecondsMax = 300
    /// How long a notification is tried.
    static let noticeAgeSecondsMax = 86_400
    /// Bytes of a bucket's policy.
    static let policyBytesMax = 20_480
}
