import AWSWire
import JSONTree
import Logging
import TemplateLanguage

/// Makes one resource, changes it, or sees that nothing is to be done.
struct ResourceStep: Sendable {
    /// What became of it.
    enum Outcome: Sendable {
        case done
        case creationFailed
        case updateFailed
    }

    /// Whose work it is.
    let runner: StackRunner
    /// The stack.
    let key: String
    /// What the stack is made from.
    let blueprint: Blueprint
    /// Values of other stacks by the names they export them under.
    let exports: [String: String]

    private var catalogue: StackCatalogue { runner.catalogue }

    /// Brings a resource in line.
    func run(_ wanted: StackPlan.Wanted) async -> Outcome {
        guard let stack = catalogue.stack(key: key), let operation = stack.operation else { return .creationFailed }
        let id = wanted.declared.logicalID
        let present = stack.resource(id).flatMap { $0.physicalID == nil || !Self.isMade($0) ? nil : $0 }
        do {
            let properties = try evaluator(stack).members(of: wanted.declared.properties)
            guard let type = runner.types[wanted.declared.type] else {
                throw ResourceFailure("Template format error: Unrecognized resource types: [\(wanted.declared.type)]")
            }
            if let problem = type.facts.problem(properties, of: id) { throw ResourceFailure(problem) }
            guard let present else {
                let policy = try wanted.declared.creationPolicy.flatMap { try evaluator(stack).value(of: $0) }
                try await make(wanted, properties, policy, type, stack, operation)
                return .done
            }
            try await change(present, wanted, properties, type, stack, operation)
            return .done
        } catch {
            let isGivenUp = catalogue.stack(key: key)?.isGivenUp(catalogue.now) ?? false
            // The host is stopping: it goes on after a restart.
            if Task.isCancelled, !isGivenUp { return present == nil ? .creationFailed : .updateFailed }
            let failure =
                switch error {
                // Observed on AWS.
                case _ where Task.isCancelled:
                    ResourceFailure(present == nil ? "Resource creation cancelled" : "Resource update cancelled")
                case let error as ResourceFailure: error
                case let error as TemplateError: ResourceFailure(error.message)
                case let error as ServiceError:
                    ResourceFailure(error, of: wanted.declared.type, request: catalogue.uuid())
                default: ResourceFailure("\(error)")
                }
            return await record(failure, wanted, isChange: present != nil)
        }
    }

    /// Whether it was made once, whatever became of its last change.
    private static func isMade(_ resource: StackResource) -> Bool {
        !resource.status.hasPrefix("CREATE") || resource.isComplete
    }

    private func evaluator(_ stack: Stack) throws(TemplateError) -> Evaluator {
        let exports = exports
        return try Evaluator(
            blueprint.template, knowing: blueprint.knowledge(of: stack, isMade: true) { exports[$0] }, isPartial: false)
    }

    /// The outputs, all resources being there.
    func outputs(_ stack: Stack) throws(TemplateError) -> [StackOutput] {
        let evaluator = try evaluator(stack)
        var outputs: [StackOutput] = []
        for output in blueprint.template.outputs where evaluator.holds(output.condition) {
            guard let text = try evaluator.value(of: output.value).flatMap(TemplateScalar.text) else {
                throw TemplateError("Template format error: Every Value member must be a string.")
            }
            let export = try output.exportName.flatMap { json throws(TemplateError) in try evaluator.value(of: json) }
            outputs.append(
                StackOutput(
                    name: output.name, value: text, description: output.description,
                    exportName: export.flatMap(TemplateScalar.text)))
        }
        return outputs
    }

    private func record(_ failure: ResourceFailure, _ wanted: StackPlan.Wanted, isChange: Bool) async -> Outcome {
        let outcome = isChange ? Outcome.updateFailed : .creationFailed
        do throws(ServiceError) {
            try await catalogue.change(key) { stack in
                var resource =
                    stack.resource(wanted.declared.logicalID)
                    ?? StackResource(
                        logicalID: wanted.declared.logicalID, type: wanted.declared.type, status: "",
                        updatedAt: catalogue.now)
                resource.dependencies = wanted.needs
                if resource.physicalID == nil { resource.isBegun = false }
                resource.status = isChange ? "UPDATE_FAILED" : "CREATE_FAILED"
                (resource.reason, resource.updatedAt) = (failure.reason, catalogue.now)
                stack.put(resource)
            }
        } catch {
            runner.surroundings.logger.error("a resource's failure was not recorded", metadata: ["error": "\(error)"])
        }
        return outcome
    }

    /// What it is called: as the template says, or as names are made up.
    private func name(
        _ properties: JSONObject, _ facts: ResourceFacts, _ id: String, _ stack: Stack, _ operation: StackOperation
    ) async throws(ServiceError) -> (text: String, isGiven: Bool) {
        if let property = facts.naming?.property, let given = properties[property] {
            let known = try await runner.resolved([property: given], runner.context(of: stack, operation))
            if let text = known[property].flatMap(TemplateScalar.text) { return (text, true) }
        }
        return (facts.name(stack: stack.name, logicalID: id, chance: catalogue.letters(12)), false)
    }

    private func make(
        _ wanted: StackPlan.Wanted, _ properties: JSONObject, _ policy: JSON?, _ type: any ResourceType, _ stack: Stack,
        _ operation: StackOperation
    ) async throws {
        let id = wanted.declared.logicalID
        let earlier = stack.resource(id)
        let chosen = try await name(properties, type.facts, id, stack, operation)
        let isRepeat = earlier?.isBegun ?? false
        var resource = StackResource(
            logicalID: id, type: wanted.declared.type, status: "CREATE_IN_PROGRESS", updatedAt: catalogue.now)
        // A name that was made up before a crash leads to what was made then.
        resource.name = isRepeat ? earlier?.name ?? chosen.text : chosen.text
        resource.isBegun = isRepeat
        fill(&resource, wanted, properties)
        let begun = resource
        try await catalogue.change(key) { $0.put(begun) }
        var work = try await runner.resolved(
            runner.work(resource, properties: properties, name: resource.name ?? "", in: stack, operation))
        (work.isRepeat, work.creationPolicy) = (isRepeat, policy)
        if chosen.isGiven, !isRepeat, try await type.isTaken(work) {
            throw ResourceFailure(
                "Resource of type '\(resource.type)' with identifier '\(chosen.text)' already exists.")
        }
        try await catalogue.change(key) { stack in stack.begin(id) }
        try await perform(&work, of: id) { work throws(ServiceError) in try await type.create(&work) }
        let made = work
        try await catalogue.change(key) { stack in
            var resource = begun
            take(made, into: &resource)
            (resource.reason, resource.updatedAt) = ("Resource creation Initiated", catalogue.now)
            stack.put(resource)
            (resource.status, resource.reason) = ("CREATE_COMPLETE", nil)
            stack.put(resource)
        }
    }

    /// Works, and keeps what is known of a resource that was made in part.
    private func perform(
        _ work: inout ResourceWork, of id: String,
        _ body: (inout ResourceWork) async throws(ServiceError) -> Void
    ) async throws(ServiceError) {
        do throws(ServiceError) { try await body(&work) } catch {
            let made = work.physicalID
            if let made {
                try await catalogue.change(key) { stack in
                    stack.keep(made, of: id)
                }
            }
            throw error
        }
    }

    private func take(_ work: ResourceWork, into resource: inout StackResource) {
        resource.physicalID = work.physicalID ?? work.name
        resource.reference = work.reference
        resource.attributes = work.attributes
        (resource.isBegun, resource.attempted) = (false, nil)
    }

    private func fill(_ resource: inout StackResource, _ wanted: StackPlan.Wanted, _ properties: JSONObject) {
        resource.properties = properties
        resource.form = wanted.form
        resource.dependencies = wanted.needs
        resource.deletionPolicy = wanted.deletionPolicy
        resource.updateReplacePolicy = wanted.updateReplacePolicy
        resource.metadata = wanted.declared.metadata
    }

    private func change(
        _ present: StackResource, _ wanted: StackPlan.Wanted, _ properties: JSONObject, _ type: any ResourceType,
        _ stack: Stack, _ operation: StackOperation
    ) async throws {
        let tagsDiffer =
            operation.before.map { $0.tags != stack.content.tags } ?? false
            && type.facts.properties.contains("Tags")
        // What stands there for this machine counts like a property: which package a function is.
        let codeDiffers = present.metadata?["Newel"] != wanted.declared.metadata?["Newel"]
        guard
            present.properties != properties || !present.isComplete || tagsDiffer || codeDiffers
                || present.type != type.facts.type || type.mayChangeItself
        else {
            guard present.form != wanted.form || present.metadata != wanted.declared.metadata else { return }
            return try await note(wanted, properties)
        }
        let changed = Set(properties.keys).union(present.properties.keys).filter {
            properties[$0] != present.properties[$0]
        }
        let isReplacement = present.type != type.facts.type || changed.contains(where: type.facts.isReplacing)
        if let refusal = stack.policyRefusal(
            isReplacement ? .replace : .modify, of: present.logicalID, type: present.type)
        {
            throw ResourceFailure(refusal)
        }
        if isReplacement {
            try await replace(present, wanted, properties, type, stack, operation, changed: changed)
        } else {
            try await alter(present, wanted, properties, type, stack, operation)
        }
    }

    /// Nothing of it changes but what the stack knows of it.
    private func note(_ wanted: StackPlan.Wanted, _ properties: JSONObject) async throws(ServiceError) {
        try await catalogue.change(key) { stack in
            guard var resource = stack.resource(wanted.declared.logicalID) else { return }
            fill(&resource, wanted, properties)
            (resource.status, resource.updatedAt, resource.reason) = ("UPDATE_COMPLETE", catalogue.now, nil)
            stack.put(resource)
        }
    }

    private func alter(
        _ present: StackResource, _ wanted: StackPlan.Wanted, _ properties: JSONObject, _ type: any ResourceType,
        _ stack: Stack, _ operation: StackOperation
    ) async throws {
        try await catalogue.change(key) { stack in
            var resource = present
            (resource.status, resource.reason, resource.updatedAt) = ("UPDATE_IN_PROGRESS", nil, catalogue.now)
            resource.attempted = properties
            stack.put(resource)
        }
        var work = runner.work(
            present, properties: properties, name: present.name ?? present.physicalID ?? "", in: stack, operation)
        work.before = present.before(properties)
        work.metadata = wanted.declared.metadata
        work = try await runner.resolved(work)
        try await type.update(&work)
        let made = work
        try await catalogue.change(key) { stack in
            var resource = present
            // Only its maker knew that it is another one now.
            if type.facts.isOpen, made.physicalID != present.physicalID {
                stack.discard(present, isKept: present.updateReplacePolicy == "Retain")
            }
            fill(&resource, wanted, properties)
            take(made, into: &resource)
            (resource.status, resource.reason, resource.updatedAt) = ("UPDATE_COMPLETE", nil, catalogue.now)
            stack.put(resource)
        }
    }

    private func replace(
        _ present: StackResource, _ wanted: StackPlan.Wanted, _ properties: JSONObject, _ type: any ResourceType,
        _ stack: Stack, _ operation: StackOperation, changed: Set<String>
    ) async throws {
        let id = wanted.declared.logicalID
        let chosen = try await name(properties, type.facts, id, stack, operation)
        if chosen.isGiven, let property = type.facts.naming?.property, !changed.contains(property),
            present.type == type.facts.type
        {
            throw ResourceFailure(
                "CloudFormation cannot update a stack when a custom-named resource requires replacing. Rename \(chosen.text) and update the stack again."
            )
        }
        let isRepeat = present.isBegun
        var begun = present
        begun.name = isRepeat ? present.name : chosen.text
        begun.status = "UPDATE_IN_PROGRESS"
        begun.reason =
            "Requested update requires the creation of a new physical resource; hence creating one."
        begun.updatedAt = catalogue.now
        let beginning = begun
        try await catalogue.change(key) { $0.put(beginning) }
        var fresh = StackResource(
            logicalID: id, type: wanted.declared.type, status: "UPDATE_IN_PROGRESS", updatedAt: catalogue.now)
        fresh.name = begun.name
        fill(&fresh, wanted, properties)
        var work = try await runner.resolved(
            runner.work(fresh, properties: properties, name: begun.name ?? "", in: stack, operation))
        work.isRepeat = isRepeat
        if chosen.isGiven, !isRepeat, try await type.isTaken(work) {
            throw ResourceFailure("Resource of type '\(fresh.type)' with identifier '\(chosen.text)' already exists.")
        }
        try await catalogue.change(key) { stack in stack.begin(id) }
        do throws(ServiceError) { try await type.create(&work) } catch {
            // What was made in part of the new one goes with the rest that is left over.
            if work.physicalID != nil {
                var part = fresh
                take(work, into: &part)
                let leftover = part
                try await catalogue.change(key) { $0.discard(leftover, isKept: false) }
            }
            try await catalogue.change(key) { stack in stack.restoreName(present) }
            throw error
        }
        take(work, into: &fresh)
        (fresh.status, fresh.updatedAt) = ("UPDATE_COMPLETE", catalogue.now)
        let made = fresh
        try await catalogue.change(key) { stack in
            var old = present
            old.isBegun = false
            stack.discard(old, isKept: old.updateReplacePolicy == "Retain")
            stack.put(made)
        }
    }
}
