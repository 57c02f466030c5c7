import AWSWire
import JSONTree

/// `DeleteChangeSet`: that it is gone already is no failure.
struct DeleteChangeSet: Operation {
    static let name = "DeleteChangeSet"
    let catalogue: StackCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let found: (set: ChangeSet, stack: Stack)
        do throws(ServiceError) {
            found = try catalogue.changeSet(
                try input.requiredText("ChangeSetName"), of: try input.text("StackName"), in: context.territory)
        } catch {
            guard error.code == "ChangeSetNotFoundException" else { throw error }
            return OperationOutput()
        }
        guard found.set.executionStatus != "EXECUTE_IN_PROGRESS" else {
            throw ServiceError(
                "InvalidChangeSetStatus",
                "ChangeSet [\(found.set.id)] cannot be deleted in its current execution status of [EXECUTE_IN_PROGRESS]"
            )
        }
        // Source: user guide, "Change sets for nested stacks"; the words are not observed.
        if let root = found.set.rootID {
            throw ServiceError(
                "InvalidChangeSetStatus",
                "ChangeSet [\(found.set.id)] can only be deleted from the root change set [\(root)]")
        }
        try await catalogue.deleteTree(found.set)
        return OperationOutput()
    }
}
