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
        try store.eachResource(kind: Resource.kind) { key, bytes throws(StoreError) in
            // Why the bytes are no JSON does not matter: either way the row is damaged.
            guard let json = try? JSON.parse(bytes), let resource = Resource(json: json) else {
                throw .damaged(kind: Resource.kind, key: key)
            }
            rows.withLock { $0[key] = resource }
        }
    }

    /// A resource by its key.
    package subscript(key: String) -> Resource? { rows.withLock { $0[key] } }

    /// All resources by key.
    package var all: [Resource] { rows.withLock { Array($0.values) }.sorted { $0.key < $1.key } }

    /// Adds a resource, with other writes of the same transaction; `false` when its key is taken.
    package func insert(_ resource: Resource, with mutations: [Mutation] = []) async throws(StoreError) -> Bool {
        try await commit(
            [.insertResource(kind: Resource.kind, key: resource.key, bytes: resource.json.bytes)] + mutations
        ) { $0[resource.key] = resource }
    }

    /// Replaces a resource, with other writes of the same transaction.
    package func replace(_ resource: Resource, with mutations: [Mutation] = []) async throws(StoreError) {
        try await replace([resource], with: mutations)
    }

    /// Replaces or adds resources, with other writes of the same transaction.
    package func replace(_ resources: [Resource], with mutations: [Mutation] = []) async throws(StoreError) {
        _ = try await commit(rows(resources) + mutations) { $0.merge(resources.map { ($0.key, $0) }) { $1 } }
    }

    /// Writes that replace resources, for a transaction that another table commits; `adopt` follows it.
    package func rows(_ resources: [Resource]) -> [Mutation] {
        resources.map { .putResource(kind: Resource.kind, key: $0.key, bytes: $0.json.bytes) }
    }

    /// Takes over what another table has committed.
    package func adopt(_ resources: [Resource]) {
        rows.withLock { $0.merge(resources.map { ($0.key, $0) }) { $1 } }
    }

    /// Removes a resource, if it is there, with other writes of the same transaction.
    package func delete(key: String, with mutations: [Mutation] = []) async throws(StoreError) {
        _ = try await commit([.deleteResource(kind: Resource.kind, key: key)] + mutations) { $0[key] = nil }
    }

    private func commit(
        _ mutations: [Mutation], _ apply: @escaping @Sendable (inout [String: Resource]) -> Void
    ) async throws(StoreError) -> Bool {
        let result = await withCheckedContinuation { continuation in
            store.commit([WriteUnit(mutations: mutations)]) { [self] results in
                if results[0] == .committed { rows.withLock { apply(&$0) } }
                continuation.resume(returning: results[0])
            }
        }
        if case .conflict = result { return false }
        if let failure = result.failure { throw failure }
        return true
    }
}
