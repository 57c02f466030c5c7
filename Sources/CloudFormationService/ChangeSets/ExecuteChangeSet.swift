import AWSWire
import JSONTree
import TemplateLanguage

/// `ExecuteChangeSet`: does what it says; the stack's other change sets are gone with that.
struct ExecuteChangeSet: Operation {
    static let name = "ExecuteChangeSet"
    let starter: StackStarter

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = StackRequest(input, of: Self.name)
        let input = ActionInput(input)
        guard try starter.catalogue.repeated(request, input, in: context.territory) == nil else {
            return OperationOutput()
        }
        let (set, stack) = try starter.catalogue.changeSet(
            try input.requiredText("ChangeSetName"), of: try input.text("StackName"), in: context.territory)
        guard set.status == "CREATE_COMPLETE", set.executionStatus == "AVAILABLE" else {
            throw ServiceError(
                "InvalidChangeSetStatus",
                "ChangeSet [\(set.id)] cannot be executed in its current status of [\(set.status == "CREATE_COMPLETE" ? set.executionStatus : set.status)]"
            )
        }
        let blueprint: Blueprint
        do throws(TemplateError) { blueprint = try Blueprint(set.content) } catch { throw .template(error) }
        try await starter.check(topics: set.content.notificationARNs, context)
        let isDisabled = try input.flag("DisableRollback")
        let isNew = stack.status == .reviewInProgress
        var operation = try starter.operation(
            isNew ? .create : .update, input, request, role: set.content.roleARN, context)
        operation.onFailure = set.onFailure.flatMap(StackOperation.OnFailure.init(rawValue:)) ?? .rollback
        if isNew {
            try await starter.begin(stack.key, blueprint, operation, set) { $0.isRollbackDisabled = isDisabled }
        } else {
            _ = try await starter.update(stack.key, blueprint, operation, executing: set) {
                $0.isRollbackDisabled = isDisabled
            }
        }
        if let begun = starter.catalogue.stack(key: stack.key) { try await starter.catalogue.deleteOthers(of: begun) }
        await starter.rest(stack.key)
        return OperationOutput()
    }
}
