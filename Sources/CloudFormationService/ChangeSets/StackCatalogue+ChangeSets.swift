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

    /// A change set that is not there yet.
    func changeSet(_ name: String, of stack: Stack, type: String) -> ChangeSet {
        let (account, region) = (stack.territory.account, stack.territory.region)
        let id = "arn:aws:cloudformation:\(region):\(account):changeSet/\(name)/\(uuid())"
        return ChangeSet(stackKey: stack.key, name: name, id: id, type: type, createdAt: now)
    }

    /// Refuses one that could not be added.
    func checkFree(_ set: ChangeSet, of stack: Stack) throws(ServiceError) {
        guard changeSets(of: stack).count < Limits.changeSetsMax else {
            throw ServiceError("LimitExceededException", "ChangeSet limit exceeded for stack \(stack.name)")
        }
        try checkName(of: set)
    }

    /// Refuses one whose name is taken; one that was executed gives its name up.
    func checkName(of set: ChangeSet) throws(ServiceError) {
        guard let there = changeSets[set.key], there.executionStatus != "EXECUTE_COMPLETE" else { return }
        throw ServiceError("AlreadyExistsException", "ChangeSet [\(set.name)] already exists")
    }

    /// The change sets of a stack by age.
    func changeSets(of stack: Stack) -> [ChangeSet] {
        changeSets.all.filter { $0.stackKey == stack.key }.sorted { $0.createdAt < $1.createdAt }
    }

    /// The change set that says what is to be done with an inner stack.
    ///
    /// - Parameters:
    ///   - logicalID: What the stack is called in the outer one's template.
    ///   - origin: That of the outer stack's operation.
    func reviewed(_ logicalID: String, in origin: String) -> ChangeSet? {
        changeSets.all.first { $0.origin == origin && $0.logicalID == logicalID }
    }

    /// A change set as it is when an operation does what it says, and those of the stacks within the stack; the operation will find
    /// by its origin what was reviewed of them.
    func executed(_ set: ChangeSet, by operation: StackOperation?) -> [ChangeSet] {
        var tree = tree(of: set)
        for index in tree.indices {
            tree[index].executionStatus = "EXECUTE_COMPLETE"
            if tree[index].parentID != nil { tree[index].statusReason = nil }
            if tree[index].parentID == set.id { tree[index].origin = operation?.origin }
        }
        return tree
    }

    private func tree(of set: ChangeSet) -> [ChangeSet] {
        guard let present = changeSets[set.key], present.status != "FAILED" else { return [] }
        return [present] + children(of: set).flatMap { tree(of: $0) }
    }

    /// Removes a stack's change sets but the one that is executed: what they say is no longer so.
    func deleteOthers(of stack: Stack) async throws(ServiceError) {
        for set in changeSets(of: stack) where set.id != stack.changeSetID { try await deleteTree(set) }
    }

    /// Removes a change set with those of the stacks within the stack, and such stacks as were there for it only.
    func deleteTree(_ set: ChangeSet) async throws(ServiceError) {
        for inner in children(of: set) {
            try await deleteTree(inner)
            guard let stack = stack(key: inner.stackKey), stack.status == .reviewInProgress, stack.operation == nil
            else { continue }
            try await remove(stack)
        }
        try await delete(set)
    }

    /// Removes the stacks within a stack that were reviewed and never made.
    func dropReviewed(within outer: Stack) async throws(ServiceError) {
        for stack in all(in: outer.territory)
        where stack.parentID == outer.id && stack.status == .reviewInProgress && stack.operation == nil {
            for set in changeSets(of: stack) { try await deleteTree(set) }
            try await remove(stack)
        }
    }

    private func children(of set: ChangeSet) -> [ChangeSet] { changeSets.all.filter { $0.parentID == set.id } }
}
