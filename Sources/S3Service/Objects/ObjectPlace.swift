/// Where an object is: a key of a bucket.
package struct ObjectPlace: Sendable, Hashable {
    /// The bucket's name.
    package let bucket: String
    /// At most 1,024 bytes of UTF-8; any text, slashes and dots mean nothing to the server.
    package let key: String

    /// Names an object.
    package init(bucket: String, key: String) {
        self.bucket = bucket
        self.key = key
    }

    /// The key of its row. The name of a bucket holds no slash.
    var storeKey: String { "\(bucket)/\(key)" }
}
