import AWSWire
import JSONTree
import TemplateLanguage

extension StackStarter {
    /// What bringing a stack in line with a blueprint would do, and whether that is anything.
    func changes(_ blueprint: Blueprint, _ stack: Stack) throws(ServiceError) -> (
        resources: [PlannedChange], isUpdate: Bool
    ) {
        let changes = try plan(blueprint, stack).changes(of: stack, to: blueprint.content, types)
        return (changes, try isUpdate(blueprint, stack, changes))
    }

    /// Whether bringing a stack in line with a blueprint would do anything.
    ///
    /// - Parameter changes: What it would do with resources.
    func isUpdate(_ blueprint: Blueprint, _ stack: Stack, _ changes: [PlannedChange]) throws(ServiceError) -> Bool {
        let old = stack.content
        guard changes.isEmpty, blueprint.content.tags == old.tags,
            blueprint.content.notificationARNs == old.notificationARNs
        else { return true }
        // What a stack was made from has been read before; if it cannot be any more, everything counts as new.
        guard let before = try? Blueprint(old), let earlier = try? plan(before, stack) else { return true }
        return try earlier.outputForms != plan(blueprint, stack).outputForms
    }

    /// Has a stack made that waited for its review.
    ///
    /// - Parameters:
    ///   - set: What was reviewed.
    ///   - edit: What else changes of the stack.
    func begin(
        _ key: String, _ blueprint: Blueprint, _ operation: StackOperation, _ set: ChangeSet,
        _ edit: (inout Stack) -> Void = { _ in }
    ) async throws(ServiceError) {
        let now = catalogue.now
        try await catalogue.change(key, executing: set) { stack throws(ServiceError) in
            guard stack.status == .reviewInProgress, stack.operation == nil else { throw Self.busy(stack) }
            stack.content = blueprint.content
            stack.begin(operation)
            stack.changeSetID = set.id
            stack.updatedAt = now
            edit(&stack)
            stack.become(.createInProgress, "User Initiated", at: now)
        }
        enqueue(key)
    }
}
