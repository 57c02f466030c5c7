import ResourceNames

/// What a list tells of an object.
package struct S3Summary: Sendable, Equatable {
    /// Its key.
    package let key: String
    /// Without quotation marks.
    package let etag: String
    /// In bytes.
    package let size: Int
    /// When it was stored.
    package let modifiedAt: Timestamp
    /// `STANDARD` unless another was asked for.
    package let storageClass: String
    /// The account that owns the bucket.
    package let account: String
}
