import AWSWire
import JSONTree
import TemplateLanguage

/// `AWS::CloudFormation::Stack`: a stack as a resource of another.
struct NestedStackResource: ResourceType {
    /// Its name.
    static let typeName = "AWS::CloudFormation::Stack"
    static let facts = ResourceFacts(
        typeName, "TemplateURL* NotificationARNs Parameters Tags TimeoutInMinutes", attributes: ["Outputs."])
    /// A stack in so many others.
    static let tooDeep = ServiceError.validation("Stacks are nested more than \(Limits.nestingMax) deep.")

    var facts: ResourceFacts { Self.facts }
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
        if let set = catalogue.reviewed(work.logicalID, in: work.origin), set.type == "CREATE",
            let stack = catalogue.stack(key: set.stackKey)
        {
            if stack.status == .reviewInProgress, stack.operation == nil { try await begin(stack, set, work) }
            inner = stack
        } else if inner == nil || !work.isRepeat {
            let outer = try catalogue.get(work.stack.id, in: work.territory)
            guard catalogue.depth(of: outer) < Limits.nestingMax else { throw Self.tooDeep }
            var stack = try starter.fresh(work.name, work.context, .createInProgress)
            (stack.parentID, stack.rootID) = (outer.id, outer.rootID ?? outer.id)
            let blueprint = try await blueprint(work, previous: nil)
            _ = try starter.plan(blueprint, stack)
            inner = try await starter.create(stack, blueprint, creation(work))
        }
        guard let inner else { return }
        work.physicalID = inner.id
        try await settle(&work, good: [.createComplete, .updateComplete], "created")
    }

    /// Has a stack made that a change set was reviewed with.
    private func begin(_ stack: Stack, _ set: ChangeSet, _ work: ResourceWork) async throws(ServiceError) {
        let blueprint = try await blueprint(work, previous: nil, text: set.content.original)
        _ = try starter.plan(blueprint, stack)
        try await starter.begin(stack.key, blueprint, creation(work), set)
    }

    private func creation(_ work: ResourceWork) -> StackOperation {
        var operation = StackOperation(
            .create, id: catalogue.uuid(), sender: work.context.sender, roleARN: work.context.roleARN, token: nil)
        // The outer stack decides: its rollback removes what there is of this one.
        operation.onFailure = .nothing
        return operation
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
            let set = work.isRestored ? nil : catalogue.reviewed(work.logicalID, in: origin)
            _ = try await starter.update(stack.key, blueprint, operation, executing: set) { stack in
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
        guard work.isRestored else {
            let set = catalogue.reviewed(work.logicalID, in: work.origin)
            return try await blueprint(work, previous: stack.content, text: set?.content.original)
        }
        // What lies at the address may be another template by now.
        guard let earlier = stack.earlier, earlier.origin == work.origin else { return nil }
        do throws(TemplateError) { return try Blueprint(earlier.content) } catch { throw .template(error) }
    }

    /// What an inner stack is made from beside its template.
    ///
    /// - Parameter outer: What the outer stack is made from.
    static func content(_ properties: JSONObject, of outer: StackContent) -> StackContent {
        var content = StackContent()
        content.tags = ResourceWork.tags(properties["Tags"], outer.tags)
        content.capabilities = outer.capabilities
        content.notificationARNs = (properties["NotificationARNs"]?.arrayValue ?? []).compactMap(\.stringValue)
        content.roleARN = outer.roleARN
        return content
    }

    /// The value of a parameter as its template takes it.
    static func text(_ value: JSON) -> String {
        TemplateScalar.text(value)
            ?? value.arrayValue?.compactMap(TemplateScalar.text).joined(separator: ",") ?? value.text
    }

    /// What an inner stack is to be made from.
    ///
    /// - Parameter text: The template, where it was reviewed; else what lies at its address.
    private func blueprint(
        _ work: ResourceWork, previous: StackContent?, text: String? = nil
    ) async throws(ServiceError) -> Blueprint {
        let outer = try catalogue.get(work.stack.id, in: work.territory)
        var content = Self.content(work.properties, of: outer.content)
        content.roleARN = work.context.roleARN
        var source = text
        if source == nil {
            source = try await starter.blueprints.text(at: try work.required("TemplateURL"), work.context)
        }
        var given: [String: String?] = [:]
        for (name, value) in work.properties["Parameters"]?.objectValue ?? JSONObject() {
            given[name] = .some(Self.text(value))
        }
        let blueprint = try await starter.blueprints.blueprint(
            source ?? "", content, given: given, previous: previous, work.context)
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
