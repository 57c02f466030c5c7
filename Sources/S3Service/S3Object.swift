import AWSWire
import JSONTree
import Platform
import ResourceNames

/// An object that is open for reading.
package struct S3Object: Sendable {
    /// Without quotation marks.
    package let etag: String
    /// In bytes.
    package let size: Int
    /// As it was given, `binary/octet-stream` when it was not.
    package let contentType: String
    /// `gzip` and the like; `nil` when it was not given.
    package let contentEncoding: String?
    /// When it was stored.
    package let modifiedAt: Timestamp
    private let content: OpenContent
    private let work: BlockingWork

    /// An object whose file is open.
    init(row: ObjectRow, content: OpenContent, work: BlockingWork) {
        (etag, size, modifiedAt) = (row.etag, row.size, row.modifiedAt)
        contentType = row.headers.headers["ContentType"]?.stringValue ?? "binary/octet-stream"
        contentEncoding = row.headers.headers["ContentEncoding"]?.stringValue
        (self.content, self.work) = (content, work)
    }

    /// Some of its bytes; the range is cut at its end.
    package func bytes(_ range: Range<Int>) async throws(ServiceError) -> [UInt8] {
        let range = range.clamped(to: 0..<size)
        return try await work.run { [content] () throws(ServiceError) in try content.bytes(range) }
    }
}
