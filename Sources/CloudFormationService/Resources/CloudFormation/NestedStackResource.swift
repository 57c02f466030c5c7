import AWSWire
import JSONTree
import TemplateLanguage

/// `AWS::CloudFormation::Stack`: a stack as a resource of another.
struct NestedStackResource: ResourceType {
    let facts = ResourceFacts(
        "AWS::CloudFormation::Stack", "TemplateURL* NotificationARNs Parameters Tags TimeoutInMinutes",
        attributes: ["Outputs."])
    let catalogue: StackCatalogue
    let surroundings: Surroundings
    /// All types, this one among them.
    let types = TypesLater()
    /// Has a stack's operation run.
    let enqueue: @Sendable (_ key: String) -> Void

    /// How often it is looked whether an inner stack is done.
    private static let pause = Duration.milliseconds(20)

    /// The template may have changed where it lies. Source: API reference, "ResourceChangeDetail": `Automatic`.
    var mayChangeItself: Bool { true }

    private var starter: StackStarter {
        StackStarter(catalogue: catalogue, surroundings: surroundings, types: types.value, enqueue: enqueue)
    }

    func create(_ work: inout ResourceWork) async throws(ServiceError) {
        var inner = catalogue.find(work.name, in: work.territory)
        if inner == nil || !work.isRepeat {
            let outer = try catalogue.get(work.stack.id, in: work.territory)
            guard depth(outer) < Limits.nestingMax else {
                throw .validation("Stacks are nested more than \(Limits.nestingMax) deep.")
            }
            var stack = try starter.fresh(work.name, work.context, .createInProgress)
            (stack.parentID, stack.rootID) = (outer.id, outer.rootID ?? outer.id)
            let blueprint = try await blueprint(work, previous: nil)
            _ = try starter.plan(blueprint, stack)
            var operation = StackOperation(
                .create, id: catalogue.uuid(), sender: work.context.sender, roleARN: work.context.roleARN, token: nil)
            // The outer stack decides: its rollback removes what there is of this one.
            operation.onFailure = .nothing
            inner = try await starter.create(stack, blueprint, operation)
        }
        guard let inner else { return }
        work.physicalID = inner.id
        try await settle(&work, good: [.createComplete, .updateComplete], "created")
    }

    func update(_ work: inout ResourceWork) async throws(ServiceError) {
        let stack = try catalogue.get(work.physicalID ?? "", in: work.territory)
        if stack.operation == nil {
            guard let blueprint = try await wanted(work, stack), try starter.changes(blueprint, stack).isUpdate else {
                return
            }
            let operation = StackOperation(
                .update, id: catalogue.uuid(), sender: work.context.sender, roleARN: work.context.roleARN, token: nil)
            let origin = work.origin
            _ = try await starter.update(stack.key, blueprint, operation) { stack in
                guard stack.earlier?.origin != origin, let before = stack.operation?.before else { return }
                stack.earlier = (origin, before)
            }
        }
        try await settle(&work, good: [.updateComplete], "updated")
    }

    func delete(_ work: ResourceWork) async throws(ServiceError) {
        guard let stack = catalogue.find(work.physicalID ?? "", in: work.territory), !stack.isDeleted else { return }
        try await starter.delete(
            stack,
            StackOperation(
                .delete, id: catalogue.uuid(), sender: work.context.sender, roleARN: work.context.roleARN, token: nil))
        let after = try await settled(stack.key)
        guard after.isDeleted else {
            throw ServiceError(
                "ValidationError",
                "Embedded stack \(stack.id) was not successfully deleted: \(after.statusReason ?? "")")
        }
    }

    /// What a stack is to be made from; `nil` when it was not touched by the update that is taken back.
    private func wanted(_ work: ResourceWork, _ stack: Stack) async throws(ServiceError) -> Blueprint? {
        guard work.isRestored else { return try await blueprint(work, previous: stack.content) }
        // What lies at the address may be another template by now.
        guard let earlier = stack.earlier, earlier.origin == work.origin else { return nil }
        do throws(TemplateError) { return try Blueprint(earlier.content) } catch { throw .template(error) }
    }

    private func depth(_ stack: Stack) -> Int {
        var (depth, current) = (1, stack)
        while let parent = current.parentID, let outer = catalogue.find(parent, in: stack.territory) {
            (depth, current) = (depth + 1, outer)
        }
        return depth
    }

    private func blueprint(_ work: ResourceWork, previous: StackContent?) async throws(ServiceError) -> Blueprint {
        let outer = try catalogue.get(work.stack.id, in: work.territory)
        var content = StackContent()
        content.tags = work.tags
        content.capabilities = outer.content.capabilities
        content.notificationARNs = (work.properties["NotificationARNs"]?.arrayValue ?? []).compactMap(\.stringValue)
        content.roleARN = work.context.roleARN
        let text = try await starter.blueprints.text(at: try work.required("TemplateURL"), work.context)
        var given: [String: String?] = [:]
        for (name, value) in work.properties["Parameters"]?.objectValue ?? JSONObject() {
            let text =
                TemplateScalar.text(value)
                ?? value.arrayValue?.compactMap(TemplateScalar.text).joined(separator: ",") ?? value.text
            given[name] = .some(text)
        }
        let blueprint = try await starter.blueprints.blueprint(
            text, content, given: given, previous: previous, work.context)
        try blueprint.checkCapabilities()
        return blueprint
    }

    /// Waits until nothing is being done with a stack.
    private func settled(_ key: String) async throws(ServiceError) -> Stack {
        while let stack = catalogue.stack(key: key), stack.operation != nil {
            do { try await surroundings.pause(Self.pause) } catch {
                throw ServiceError("ServiceUnavailable", "The host is stopping.", status: 503)
            }
        }
        guard let stack = catalogue.stack(key: key) else { throw .noStack(key) }
        return stack
    }

    private func settle(_ work: inout ResourceWork, good: [StackStatus], _ done: String) async throws(ServiceError) {
        let inner = try catalogue.get(work.physicalID ?? "", in: work.territory)
        let stack = try await settled(inner.key)
        guard good.contains(stack.status) else {
            throw .validation(
                "Embedded stack \(stack.id) was not successfully \(done): \(stack.statusReason ?? stack.status.rawValue)"
            )
        }
        work.attributes = JSONObject(stack.outputs.map { ("Outputs.\($0.name)", .string($0.value)) })
    }
}
