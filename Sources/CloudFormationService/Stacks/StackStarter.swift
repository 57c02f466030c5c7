import AWSWire
import AccessPolicies
import JSONTree
import ResourceNames
import TemplateLanguage

/// Begins what is to be done with stacks: decides, writes it down, and has it run.
struct StackStarter: Sendable {
    /// All stacks.
    let catalogue: StackCatalogue
    /// What the service takes from outside.
    let surroundings: Surroundings
    /// The types of resources there are.
    let types: ResourceTypes
    /// Has a stack's operation run.
    let enqueue: @Sendable (_ key: String) -> Void

    /// Makes blueprints of requests.
    var blueprints: BlueprintMaker { BlueprintMaker(surroundings: surroundings) }

    /// Refuses a name that no stack may have.
    static func check(name: String) throws(ServiceError) {
        let isName =
            (name.utf8.first.map { (0x61...0x7A).contains($0 | 0x20) } ?? false)
            && name.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == UInt8(ascii: "-")
            }
        guard isName else {
            throw .validation(
                "1 validation error detected: Value '\(name)' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*"
            )
        }
        guard name.utf8.count <= 128 else {
            throw .validation(
                "1 validation error detected: Value '\(name)' at 'stackName' failed to satisfy constraint: Member must have length less than or equal to 128"
            )
        }
    }

    /// A stack that is not there yet.
    func fresh(_ name: String, _ context: RequestContext, _ status: StackStatus) throws(ServiceError) -> Stack {
        try Self.check(name: name)
        return Stack(
            territory: context.territory, name: name, uuid: catalogue.uuid(), createdAt: catalogue.now, status: status)
    }

    /// What a blueprint wants of a stack, checked as far as can be before anything is made.
    func plan(_ blueprint: Blueprint, _ stack: Stack) throws(ServiceError) -> StackPlan {
        let exports = Dictionary(
            catalogue.exports(in: stack.territory).map { ($0.output.exportName ?? "", $0.output.value) },
            uniquingKeysWith: { first, _ in first })
        let unknown = Set(blueprint.template.resources.map(\.type).filter { types[$0] == nil }).sorted()
        guard unknown.isEmpty else {
            throw .validation(
                "Template format error: Unrecognized resource types: [\(unknown.joined(separator: ", "))]")
        }
        try checkAttributes(blueprint.template)
        do throws(TemplateError) { return try StackPlan(blueprint, stack) { exports[$0] } } catch {
            throw .template(error)
        }
    }

    private func checkAttributes(_ template: Template) throws(ServiceError) {
        let values = template.resources.map { JSON.object($0.properties) } + template.outputs.map(\.value)
        for value in values {
            for reference in Reference.all(in: value) {
                guard let attribute = reference.attribute, !attribute.isEmpty, !attribute.contains("$"),
                    let resource = template.resource(reference.name), let type = types[resource.type],
                    !type.facts.hasAttribute(attribute)
                else { continue }
                throw .validation(
                    "Template error: resource \(reference.name) does not support attribute type \(attribute) in Fn::GetAtt"
                )
            }
        }
    }

    /// Adds a stack and has its resources made.
    func create(_ stack: Stack, _ blueprint: Blueprint, _ operation: StackOperation) async throws(ServiceError) -> Stack
    {
        var stack = stack
        stack.content = blueprint.content
        stack.begin(operation)
        stack.become(.createInProgress, "User Initiated", at: catalogue.now)
        let made = try await catalogue.create(stack)
        enqueue(made.key)
        return made
    }

    /// Has a stack brought in line with a blueprint.
    ///
    /// - Parameters:
    ///   - set: The change set that is executed by that.
    ///   - edit: What else changes of the stack.
    func update(
        _ key: String, _ blueprint: Blueprint, _ operation: StackOperation, executing set: ChangeSet? = nil,
        _ edit: (inout Stack) -> Void = { _ in }
    ) async throws(ServiceError) -> Stack {
        let stack = try await catalogue.change(key, executing: set) { stack throws(ServiceError) in
            guard !stack.knows(operation.request) else { return }
            guard stack.status.mayBeUpdated, stack.operation == nil else { throw Self.busy(stack) }
            var operation = operation
            operation.before = stack.content
            operation.resourcesBefore = stack.resources
            operation.outputsBefore = stack.outputs
            stack.content = blueprint.content
            stack.begin(operation)
            stack.updatedAt = catalogue.now
            if let set { stack.changeSetID = set.id }
            edit(&stack)
            stack.become(.updateInProgress, "User Initiated", at: catalogue.now)
        }
        enqueue(key)
        return stack
    }

    /// Has all of a stack removed.
    func delete(_ stack: Stack, _ operation: StackOperation) async throws(ServiceError) {
        if stack.status == .reviewInProgress, stack.resources.isEmpty {
            for set in catalogue.changeSets(of: stack) { try await catalogue.deleteTree(set) }
            return try await catalogue.remove(stack)
        }
        try await catalogue.change(stack.key) { stack throws(ServiceError) in
            guard !stack.isDeleted, stack.status != .deleteInProgress else { return }
            guard !stack.isProtected else {
                throw .validation(
                    "Stack [\(stack.name)] cannot be deleted while TerminationProtection is enabled")
            }
            if stack.operation != nil {
                guard [.createInProgress, .rollbackInProgress].contains(stack.status) else {
                    throw .validation(
                        "Stack [\(stack.name)] cannot be deleted while in status \(stack.status.rawValue)")
                }
                stack.operation?.isDeletionAsked = true
                stack.note(operation.request)
                return
            }
            var operation = operation
            operation.garbage = stack.suspended?.garbage ?? []
            operation.statusBefore = stack.status
            stack.begin(operation)
            stack.become(.deleteInProgress, "User Initiated", at: catalogue.now)
        }
        enqueue(stack.key)
    }

    /// Waits a little for an operation to end, so that whoever asks next sees its end: clients look again after half a minute only.
    func rest(_ key: String) async {
        for _ in 0..<Limits.restLooks {
            guard catalogue.stack(key: key)?.operation != nil else { return }
            // Cancelled: the answer is as good now as later.
            do { try await surroundings.pause(Limits.restPause) } catch { return }
        }
    }

    /// An operation as a request wants it.
    func operation(
        _ phase: StackOperation.Phase, _ input: ActionInput, _ request: StackRequest?, role: String?,
        _ context: RequestContext
    ) throws(ServiceError) -> StackOperation {
        var sender = context.sender
        // A role that asks for itself, in a state machine or a function.
        if sender == nil, let acting = context.roleARN {
            sender = Caller.session(of: acting, named: context.sessionName).map { Sender(caller: $0) }
        }
        var operation = StackOperation(
            phase, id: catalogue.uuid(), sender: sender, roleARN: role, token: try input.text("ClientRequestToken"))
        operation.request = request
        return operation
    }

    /// It is not in a state from which it could be updated.
    static func busy(_ stack: Stack) -> ServiceError {
        .validation("Stack:\(stack.id) is in \(stack.status.rawValue) state and can not be updated.")
    }
}
