import AWSWire
import ResourceNames
import StorageContract

/// All users, or all roles. Changes happen one after the other, in the store first.
final class Principals<Kind: PrincipalKind>: Sendable {
    private let table: ResourceTable<Principal<Kind>>
    private let gate = ChangeGate()
    private let changes: ChangeCount
    /// Marks the pages of lists.
    let pages: PageTokens

    /// Reads what exists.
    init(store: any Store, changes: ChangeCount, pages: PageTokens) throws(StoreError) {
        table = try ResourceTable(store: store)
        (self.changes, self.pages) = (changes, pages)
    }

    /// Those of an account by name.
    func all(of account: String) -> [Principal<Kind>] { table.all.filter { $0.account == account } }

    /// One by its name; `nil` when there is none.
    func find(_ name: String, in account: String) -> Principal<Kind>? { table[Principal<Kind>.key(name, of: account)] }

    /// One by its ARN, whatever its path; `nil` when there is none.
    func find(arn: String) -> Principal<Kind>? { Self.key(ofARN: arn).flatMap { table[$0] } }

    /// The key of the one an ARN names, whatever its path; `nil` for an ARN of something else.
    static func key(ofARN arn: String) -> String? {
        guard let arn = ARN(arn), arn.service == "iam", arn.resource.hasPrefix("\(Kind.noun)/"),
            let name = arn.resource.split(separator: "/").last
        else { return nil }
        return Principal<Kind>.key(String(name), of: arn.account)
    }

    /// One that must be there.
    func get(_ name: String, in account: String) throws(ServiceError) -> Principal<Kind> {
        guard let found = find(name, in: account) else {
            throw .noSuchEntity("The \(Kind.noun) with name \(name) cannot be found.")
        }
        return found
    }

    /// Adds one.
    func create(_ principal: Principal<Kind>) async throws(ServiceError) {
        let isNew: Bool
        defer { changes.grow() }
        do throws(StoreError) { isNew = try await table.insert(principal) } catch { throw .store(error) }
        guard isNew else { throw .alreadyExists("\(Kind.word) with name \(principal.name) already exists.") }
    }

    /// Changes one.
    func change(
        _ name: String, in account: String, _ edit: (inout Principal<Kind>) throws(ServiceError) -> Void
    ) async throws(ServiceError) {
        await gate.enter()
        defer {
            changes.grow()
            gate.leave()
        }
        var principal = try get(name, in: account)
        try edit(&principal)
        do throws(StoreError) { try await table.replace(principal) } catch { throw .store(error) }
    }

    /// Deletes one that nothing hangs on.
    ///
    /// - Parameter check: What else may stand in the way, or is to be kept before.
    func delete(
        _ name: String, in account: String, check: (Principal<Kind>) async throws(ServiceError) -> Void = { _ in }
    ) async throws(ServiceError) {
        await gate.enter()
        defer {
            changes.grow()
            gate.leave()
        }
        let principal = try get(name, in: account)
        guard principal.attached.isEmpty else {
            throw .deleteConflict("Cannot delete entity, must detach all policies first.")
        }
        guard principal.inline.isEmpty else {
            throw .deleteConflict("Cannot delete entity, must delete policies first.")
        }
        try await check(principal)
        do throws(StoreError) { try await table.delete(key: principal.key) } catch { throw .store(error) }
    }
}
