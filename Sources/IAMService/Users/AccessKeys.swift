import AWSWire
import JSONTree
import ResourceNames
import StorageContract

/// All access keys. Changes happen one after the other, in the store first.
final class AccessKeys: Sendable {
    private let table: ResourceTable<AccessKey>
    /// Ids of those that were deleted.
    private let deleted: ResourceTable<DeletedAccessKey>
    private let gate = ChangeGate()

    /// Reads what exists.
    init(store: any Store) throws(StoreError) {
        table = try ResourceTable(store: store)
        deleted = try ResourceTable(store: store)
    }

    /// Whether there is any.
    var areThere: Bool { !table.all.isEmpty }

    /// A key by its id; `nil` when there is none.
    func find(_ id: String) -> AccessKey? { table[id] }

    /// Whether a key of that id was made here and is switched off or deleted.
    func isRetired(_ id: String) -> Bool { table[id].map { !$0.isActive } ?? (deleted[id] != nil) }

    /// The keys of a user by id.
    func all(of user: Principal<UserKind>) -> [AccessKey] {
        table.all.filter { $0.account == user.account && $0.userName == user.name }
    }

    /// Makes a key for a user.
    ///
    /// - Parameter idempotencyKey: Empty, or what a call and its repeats have in common: they are answered with the same key.
    func create(
        for user: Principal<UserKind>, at now: Timestamp, idempotencyKey: String
    ) async throws(ServiceError) -> AccessKey {
        await gate.enter()
        defer { gate.leave() }
        let id =
            idempotencyKey.isEmpty
            ? IAMIdentifier.fresh("AKIA") : IAMIdentifier.of("\(idempotencyKey)/\(user.arn)", "AKIA")
        if let made = table[id] { return made }
        guard all(of: user).count < Limits.keysMax else {
            throw .limitExceeded("Cannot exceed quota for AccessKeysPerUser: \(Limits.keysMax)")
        }
        let key = AccessKey(id: id, account: user.account, userName: user.name, createdAt: now)
        do throws(StoreError) { try await table.replace(key) } catch { throw .store(error) }
        return key
    }

    /// Changes a user's key, or deletes it.
    ///
    /// - Parameter edit: What the key becomes; `nil`: gone.
    func change(
        _ id: String, of user: Principal<UserKind>, _ edit: (AccessKey) -> AccessKey?
    ) async throws(ServiceError) {
        await gate.enter()
        defer { gate.leave() }
        guard let key = all(of: user).first(where: { $0.id == id }) else {
            throw .noSuchEntity("The Access Key with id \(id) cannot be found.")
        }
        do throws(StoreError) {
            if let changed = edit(key) { return try await table.replace(changed) }
            try await deleted.replace(DeletedAccessKey(id: id))
            try await table.delete(key: id)
        } catch {
            throw .store(error)
        }
    }
}
