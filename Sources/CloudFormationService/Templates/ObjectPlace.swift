import AWSWire

/// Where an object lies.
struct ObjectPlace: Sendable, Equatable {
    /// The bucket's name.
    let bucket: String
    /// The object's key.
    let key: String
    /// A version of it.
    var version: String?

    /// States both.
    init(bucket: String, key: String, version: String? = nil) {
        (self.bucket, self.key, self.version) = (bucket, key, version)
    }

    /// Reads `https://BUCKET.s3.REGION.amazonaws.com/KEY`, `https://s3.REGION.amazonaws.com/BUCKET/KEY`, the same at
    /// this server's address, or `s3://BUCKET/KEY`.
    init(url: String) throws(ServiceError) {
        guard let (bucket, key) = S3URL.place(url) else {
            throw .validation("TemplateURL must be a supported URL.")
        }
        self.init(bucket: bucket, key: key)
    }
}
