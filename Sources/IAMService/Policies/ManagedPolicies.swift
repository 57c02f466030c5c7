import AWSWire
import ResourceNames
import StorageContract

/// All managed policies: those of accounts, and AWS's own. Changes happen one after the other, in the store first.
final class ManagedPolicies: Sendable {
    private let table: ResourceTable<ManagedPolicy>
    private let gate = ChangeGate()
    private let changes: ChangeCount
    /// Marks the pages of lists.
    let pages: PageTokens

    /// Reads what exists.
    init(store: any Store, changes: ChangeCount, pages: PageTokens) throws(StoreError) {
        table = try ResourceTable(store: store)
        (self.changes, self.pages) = (changes, pages)
    }

    /// An account's own by ARN.
    func all(of account: String) -> [ManagedPolicy] { table.all.filter { $0.account == account } }

    /// One by its ARN; `nil` when there is none.
    func find(_ arn: String) -> ManagedPolicy? { table[arn] ?? AWSPolicies.all[arn] }

    /// One that must be there and belong to the account, or to AWS.
    func get(_ arn: String, in account: String) throws(ServiceError) -> ManagedPolicy {
        guard let policy = find(arn), policy.account == account || policy.account == "aws" else {
            throw .noSuchEntity("Policy \(arn) was not found.")
        }
        return policy
    }

    /// The ARN of one that a user or role may have.
    func attachable(_ arn: String, in account: String) throws(ServiceError) -> String {
        guard let policy = find(arn), policy.account == account || policy.account == "aws" else {
            throw .noSuchEntity("Policy \(arn) does not exist or is not attachable.")
        }
        return arn
    }

    /// Adds one.
    func create(_ policy: ManagedPolicy) async throws(ServiceError) {
        await gate.enter()
        defer {
            changes.grow()
            gate.leave()
        }
        // The name counts, not the path.
        guard !all(of: policy.account).contains(where: { $0.name.lowercased() == policy.name.lowercased() }) else {
            throw .alreadyExists("A policy called \(policy.name) already exists. Duplicate names are not allowed.")
        }
        do throws(StoreError) { try await table.replace(policy) } catch { throw .store(error) }
    }

    /// Changes one of the account's own.
    func change<Result>(
        _ arn: String, in account: String, _ edit: (inout ManagedPolicy) throws(ServiceError) -> Result
    ) async throws(ServiceError) -> Result {
        await gate.enter()
        defer {
            changes.grow()
            gate.leave()
        }
        var policy = try get(arn, in: account)
        guard policy.account == account else { throw .awsOwned }
        let result = try edit(&policy)
        do throws(StoreError) { try await table.replace(policy) } catch { throw .store(error) }
        return result
    }

    /// Deletes one of the account's own.
    ///
    /// - Parameter check: What stands in the way.
    func delete(
        _ arn: String, in account: String, check: (ManagedPolicy) throws(ServiceError) -> Void
    ) async throws(ServiceError) {
        await gate.enter()
        defer {
            changes.grow()
            gate.leave()
        }
        let policy = try get(arn, in: account)
        guard policy.account == account else { throw .awsOwned }
        try check(policy)
        do throws(StoreError) { try await table.delete(key: arn) } catch { throw .store(error) }
    }
}
