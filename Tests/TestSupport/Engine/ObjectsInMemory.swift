import ExecutionEngine
import ResourceNames
import Synchronization

/// Objects of one bucket, by key.
package final class ObjectsInMemory: MapRunObjects {
    private let objects: Mutex<[String: [UInt8]]>

    package init(_ objects: [String: String] = [:]) {
        self.objects = Mutex(objects.mapValues { Array($0.utf8) })
    }

    /// The text of an object.
    package func text(_ key: String) -> String? {
        objects.withLock { $0[key] }.map { String(decoding: $0, as: UTF8.self) }
    }

    /// All keys, sorted.
    package var keys: [String] { objects.withLock { $0.keys.sorted() } }

    package func read(
        bucket: String, key: String, _ completion: @escaping @Sendable (Result<[UInt8], MapRunObjectsFailure>) -> Void
    ) {
        guard let bytes = objects.withLock({ $0[key] }) else {
            return completion(.failure(MapRunObjectsFailure("The specified key does not exist.")))
        }
        completion(.success(bytes))
    }

    package func list(
        bucket: String, prefix: String, after: String?, limit: Int,
        _ completion: @escaping @Sendable (Result<[MapRunObject], MapRunObjectsFailure>) -> Void
    ) {
        let found = objects.withLock { objects in
            objects.keys.sorted().filter { key in key.hasPrefix(prefix) && after.map { key > $0 } ?? true }
                .prefix(limit).map { key in
                    MapRunObject(
                        key: key, etag: "e", size: objects[key]?.count ?? 0, modifiedAt: Timestamp(milliseconds: 5_000),
                        storageClass: "STANDARD")
                }
        }
        completion(.success(Array(found)))
    }

    package func put(
        bucket: String, key: String, _ bytes: [UInt8],
        _ completion: @escaping @Sendable (Result<Void, MapRunObjectsFailure>) -> Void
    ) {
        objects.withLock { $0[key] = bytes }
        completion(.success(()))
    }
}
