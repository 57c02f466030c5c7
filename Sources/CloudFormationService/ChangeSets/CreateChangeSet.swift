import AWSWire
import JSONTree
import ResourceNames

/// `CreateChangeSet`: says what would be done; of a stack that is not there yet, too.
struct CreateChangeSet: Operation {
    static let name = "CreateChangeSet"
    let starter: StackStarter

    /// Observed on AWS.
    private static let emptyReason =
        "The submitted information didn't contain changes. Submit different information to create a change set."

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let input = ActionInput(input)
        let stackName = try input.requiredText("StackName")
        let setName = try input.requiredText("ChangeSetName")
        let type = try input.text("ChangeSetType") ?? "UPDATE"
        let present = starter.catalogue.find(stackName, in: context.territory)
        guard type == "CREATE" || type == "UPDATE" else {
            throw .validation("Change sets of type \(type) are not served here; CREATE and UPDATE are.")
        }
        let stack = try target(stackName, present, isNew: type == "CREATE", setName, context)
        let previous = type == "CREATE" ? nil : stack.content
        let content = try StackContent(request: input, previous: previous)
        try starter.check(role: content.roleARN)
        let text = try await starter.blueprints.text(input, previous: previous, context)
        let blueprint = try await starter.blueprints.blueprint(
            text, content, given: try input.parameters(), previous: previous, context)
        try blueprint.checkCapabilities()
        var changes = try starter.changes(blueprint, stack).resources
        try starter.check(changes.map(\.type), allowedBy: input)
        var set = starter.catalogue.changeSet(setName, of: stack, type: type)
        set.content = blueprint.content
        set.description = try input.text("Description")
        set.onFailure = try input.text("OnStackFailure")
        set.includesNested = try input.flag("IncludeNestedStacks")
        try starter.catalogue.checkFree(set, of: stack)
        var nested = NestedChangeSets(starter: starter, context: context)
        var failure: String?
        if set.includesNested {
            let depth = starter.catalogue.depth(of: stack)
            (changes, failure) = try await nested.make(changes, blueprint, of: stack, set, depth: depth)
        }
        set.changes = changes.map { $0.shape(masking: stack.content, blueprint.content) }
        if failure == nil, type == "UPDATE", try !starter.isUpdate(blueprint, stack, changes) {
            failure = Self.emptyReason
        }
        if let failure { set.fail(failure) }
        try await starter.catalogue.create(
            nested.sets + [set], nested.stacks + (present == nil ? [awaiting(stack, set)] : []))
        return OperationOutput(["Id": .string(set.id), "StackId": .string(stack.id)])
    }

    /// The stack it is about; a new one waits for its review.
    private func target(
        _ name: String, _ present: Stack?, isNew: Bool, _ set: String, _ context: RequestContext
    ) throws(ServiceError) -> Stack {
        guard isNew else {
            guard let present, !present.isDeleted else { throw .validation("Stack [\(name)] does not exist") }
            guard present.status.mayBeUpdated else { throw StackStarter.busy(present) }
            return present
        }
        if let present, !present.isDeleted {
            guard present.status == .reviewInProgress else {
                throw .validation(
                    "Stack [\(name)] already exists and cannot be created again with the changeSet [\(set)].")
            }
            return present
        }
        return try starter.fresh(name, context, .reviewInProgress)
    }

    /// A stack that waits for its review.
    private func awaiting(_ stack: Stack, _ set: ChangeSet) -> Stack {
        var stack = stack
        stack.content.description = set.content.description
        stack.content.tags = set.content.tags
        stack.become(.reviewInProgress, "User Initiated", at: starter.catalogue.now)
        return stack
    }
}
