import AWSWire
import ResourceNames
import StorageContract

extension StackCatalogue {
    /// A change set by its ARN, or by its name and its stack.
    func changeSet(_ nameOrID: String, of stackName: String?, in territory: Territory) throws(ServiceError) -> (
        set: ChangeSet, stack: Stack
    ) {
        if let arn = ARN(nameOrID), arn.service == "cloudformation" {
            guard let set = changeSets.all.first(where: { $0.id == nameOrID }), let stack = stack(key: set.stackKey)
            else { throw .noChangeSet(nameOrID) }
            return (set, stack)
        }
        guard let stackName else {
            throw .validation("StackName must be specified if ChangeSetName is not specified as an ARN.")
        }
        guard let stack = find(stackName, in: territory) else {
            throw .validation("Stack [\(stackName)] does not exist")
        }
        guard let set = changeSets["\(stack.key)/\(nameOrID)"] else { throw .noChangeSet(nameOrID) }
        return (set, stack)
    }

    /// The change sets of a stack by age.
    func changeSets(of stack: Stack) -> [ChangeSet] {
        changeSets.all.filter { $0.stackKey == stack.key }.sorted { $0.createdAt < $1.createdAt }
    }

    /// Adds a change set; one that was executed gives its name up.
    func create(_ set: ChangeSet) async throws(ServiceError) {
        if changeSets[set.key]?.executionStatus == "EXECUTE_COMPLETE" { return try await replace(set) }
        do throws(StoreError) {
            if try await changeSets.insert(set) { return }
        } catch { throw .store(error) }
        throw ServiceError(
            "AlreadyExistsException",
            "ChangeSet [\(set.name)] already exists")
    }

    /// Replaces a change set.
    func replace(_ set: ChangeSet) async throws(ServiceError) {
        do throws(StoreError) { try await changeSets.replace(set) } catch { throw .store(error) }
    }

    /// Removes a change set.
    func delete(_ set: ChangeSet) async throws(ServiceError) {
        do throws(StoreError) { try await changeSets.delete(key: set.key) } catch { throw .store(error) }
    }
}
