import JSONTree
import ResourceNames

/// What a list tells of an object.
package struct MapRunObject: Sendable {
    /// Its key.
    package var key: String
    /// Without quotation marks.
    package var etag: String
    /// In bytes.
    package var size: Int
    /// When it was stored.
    package var modifiedAt: Timestamp
    /// `STANDARD` and the like.
    package var storageClass: String

    /// States the facts.
    package init(key: String, etag: String, size: Int, modifiedAt: Timestamp, storageClass: String) {
        self.key = key
        self.etag = etag
        self.size = size
        self.modifiedAt = modifiedAt
        self.storageClass = storageClass
    }

    /// As an item of a Map over a list. Recorded from AWS; the time is in whole seconds there.
    var json: JSON {
        [
            "Etag": .string("\"\(etag)\""), "LastModified": .integer(modifiedAt.milliseconds / 1_000),
            "Key": .string(key), "Size": .integer(Int64(size)), "StorageClass": .string(storageClass),
        ]
    }
}
