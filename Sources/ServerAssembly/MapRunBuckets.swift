import AWSWire
import ExecutionEngine
import S3Service

/// Gives Map Runs the objects of S3: what readers read and writers write.
struct MapRunBuckets: MapRunObjects {
    /// The objects.
    let objects: S3Objects

    func read(
        bucket: String, key: String, _ completion: @escaping @Sendable (Result<[UInt8], MapRunObjectsFailure>) -> Void
    ) {
        Task {
            completion(
                await Self.result { () throws(ServiceError) in
                    let object = try await objects.object(bucket: bucket, key: key)
                    return try await object.bytes(0..<object.size)
                })
        }
    }

    func list(
        bucket: String, prefix: String, after: String?, limit: Int,
        _ completion: @escaping @Sendable (Result<[MapRunObject], MapRunObjectsFailure>) -> Void
    ) {
        Task {
            completion(
                await Self.result { () throws(ServiceError) in
                    try await objects.list(bucket: bucket, prefix: prefix, after: after, limit: limit).map {
                        MapRunObject(
                            key: $0.key, etag: $0.etag, size: $0.size, modifiedAt: $0.modifiedAt,
                            storageClass: $0.storageClass)
                    }
                })
        }
    }

    func put(
        bucket: String, key: String, _ bytes: [UInt8],
        _ completion: @escaping @Sendable (Result<Void, MapRunObjectsFailure>) -> Void
    ) {
        Task {
            completion(
                await Self.result { () throws(ServiceError) in
                    _ = try await objects.put(bucket: bucket, key: key, bytes)
                })
        }
    }

    private static func result<Value: Sendable>(_ body: () async throws(ServiceError) -> Value)
        async -> Result<Value, MapRunObjectsFailure>
    {
        do throws(ServiceError) { return .success(try await body()) } catch {
            return .failure(MapRunObjectsFailure(error.message))
        }
    }
}
