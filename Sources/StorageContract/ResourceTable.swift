import JSONTree
import Synchronization

/// A resource a service keeps in the store as JSON.
package protocol StoredResource: Sendable {
    /// The kind of row: names a service's resources, for ever.
    static var kind: String { get }
    /// The row's key.
    var key: String { get }
    /// The stored form.
    var json: JSON { get }
    /// Reads the stored form; `nil` when it is not one.
    init?(json: JSON)
}

/// The resources of one kind, in memory as on disk: changed only by commits, in their order.
package final class ResourceTable<Resource: StoredResource>: Sendable {
    private let store: any Store
    private let rows = Mutex<[String: Resource]>([:])

    /// Reads what is stored.
    ///
    /// - Throws: `corrupt` when a row cannot be read: starting without it would lose a resource silently.
    package init(store: any Store) throws(StoreError) {
        self.store = store
        var after: String?
        repeat {
            let position = after
            let page = try store.readNow { reader throws(StoreError) in
                try reader.resources(kind: Resource.kind, keyPrefix: "", after: position, limit: 500)
            }
            for (key, bytes) in page {
                // Why the bytes are no JSON does not matter: either way the row is damaged.
                guard let json = try? JSON.parse(bytes), let resource = Resource(json: json) else {
                    throw StoreError(
                        .corrupt,
                        "The stored \(Resource.kind) '\(key)' cannot be read. Restore the data folder from a backup.")
                }
                rows.withLock { $0[key] = resource }
            }
            after = page.last?.key
        } while after != nil
    }

    /// A resource by its key.
    package subscript(key: String) -> Resource? { rows.withLock { $0[key] } }

    /// All resources by key.
    package var all: [Resource] { rows.withLock { Array($0.values) }.sorted { $0.key < $1.key } }

    /// Adds a resource, with other writes of the same transaction; `false` when its key is taken.
    package func insert(_ resource: Resource, with mutations: [Mutation] = []) async throws(StoreError) -> Bool {
        try await commit(
            [.insertResource(kind: Resource.kind, key: resource.key, bytes: resource.json.bytes)] + mutations,
            resource.key, resource)
    }

    /// Replaces a resource, with other writes of the same transaction.
    package func replace(_ resource: Resource, with mutations: [Mutation] = []) async throws(StoreError) {
        _ = try await commit(
            [.putResource(kind: Resource.kind, key: resource.key, bytes: resource.json.bytes)] + mutations,
            resource.key, resource)
    }

    /// Removes a resource, if it is there, with other writes of the same transaction.
    package func delete(key: String, with mutations: [Mutation] = []) async throws(StoreError) {
        _ = try await commit([.deleteResource(kind: Resource.kind, key: key)] + mutations, key, nil)
    }

    private func commit(_ mutations: [Mutation], _ key: String, _ resource: Resource?) async throws(StoreError) -> Bool
    {
        let result = await withCheckedContinuation { continuation in
            store.commit([WriteUnit(mutations: mutations)]) { [self] results in
                if results[0] == .committed { rows.withLock { $0[key] = resource } }
                continuation.resume(returning: results[0])
            }
        }
        switch result {
        case .committed: return true
        case .conflict: return false
        case .staleEpoch: throw StoreError(.unavailable, "another process owns the store")
        case .failed(let error): throw error
        }
    }
}
