import AWSWire
import StorageContract

/// Roles that were here once.
final class DeletedRoles: Sendable {
    private let table: ResourceTable<DeletedRole>

    /// Reads which they are.
    init(store: any Store) throws(StoreError) { table = try ResourceTable(store: store) }

    /// Whether there was a role of that ARN; there may be one again.
    func contain(arn: String) -> Bool { Principals<RoleKind>.key(ofARN: arn).map { table[$0] != nil } ?? false }

    /// Remembers a role that is about to go.
    func add(_ role: Principal<RoleKind>) async throws(ServiceError) {
        do throws(StoreError) { try await table.replace(DeletedRole(key: role.key)) } catch { throw .store(error) }
    }
}
