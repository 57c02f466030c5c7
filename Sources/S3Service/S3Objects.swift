import AWSWire
import JSONTree
import Platform
import ResourceNames

/// Buckets and objects for the rest of the program, which may not import this service: reads by range, lists by page, idempotent writes.
package struct S3Objects: Sendable {
    private let objects: ObjectStore

    /// A face of the service's own objects.
    init(objects: ObjectStore) { self.objects = objects }

    /// An object as it is now; what is read of it stays the same whatever happens to its name.
    ///
    /// - Parameter ifETag: The entity tag it must have, without quotation marks.
    /// - Throws: `NoSuchBucket`, `NoSuchKey`; `PreconditionFailed` when it has another tag.
    package func object(bucket: String, key: String, ifETag: String? = nil) async throws(ServiceError) -> S3Object {
        _ = try objects.buckets.bucket(bucket)
        let (row, content) = try await objects.open(ObjectPlace(bucket: bucket, key: key))
        if let ifETag, ifETag != row.etag { throw .preconditionFailed("If-Match") }
        return S3Object(row: row, content: content, work: objects.work)
    }

    /// A page of a bucket's objects, in the order of their keys' UTF-8.
    ///
    /// - Parameters:
    ///   - after: The last key of the page before.
    ///   - limit: At most so many; fewer mean that there are no more.
    package func list(bucket: String, prefix: String = "", after: String? = nil, limit: Int = 1_000)
        async throws(ServiceError) -> [S3Summary]
    {
        let account = try objects.buckets.bucket(bucket).account
        return try await objects.page(bucket, prefix: prefix, after: after, limit: limit).map { key, row in
            S3Summary(
                key: key, etag: row.etag, size: row.size, modifiedAt: row.modifiedAt,
                storageClass: row.headers.storageClass.stringValue ?? "STANDARD", account: account)
        }
    }

    /// Stores an object whole. The same bytes at the same place twice are one write: the second changes nothing.
    ///
    /// - Returns: The entity tag, without quotation marks. It is durable by then.
    package func put(bucket: String, key: String, _ bytes: [UInt8], contentType: String = "application/json")
        async throws(ServiceError) -> String
    {
        let request = ActionInput([
            "Bucket": .string(bucket), "Key": .string(key), "ContentType": .string(contentType),
        ])
        let place = try request.place()
        let headers = try ObjectHeaders(request)
        let found = try await objects.work.run { () throws(ServiceError) in
            try PayloadChecks(ActionInput(.emptyObject)).verify(bytes)
        }
        let account = try objects.buckets.bucket(bucket).account
        if let row = try await objects.find(place), row.etag == found.md5, row.size == bytes.count,
            row.headers == headers
        {
            return row.etag
        }
        return try await objects.put(
            place, bytes, PayloadChecks(request), .none, headers, tags: .emptyArray,
            by: .init(id: objects.ids.next(), account: account)
        ).etag
    }
}
