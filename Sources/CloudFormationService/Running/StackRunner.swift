import AWSWire
import JSONTree
import Logging
import ResourceNames
import TemplateLanguage

/// Does what is to be done with stacks, from wherever it stands: after a crash as after a request.
struct StackRunner: Sendable {
    /// All stacks.
    let catalogue: StackCatalogue
    /// What the service takes from outside.
    let surroundings: Surroundings
    /// The types of resources there are.
    let types: ResourceTypes

    /// Runs a stack's operation to its end; returns early when its task is cancelled.
    func run(_ key: String) async {
        while let stack = catalogue.stack(key: key), let operation = stack.operation, !Task.isCancelled {
            do throws(ServiceError) {
                switch operation.phase {
                case .create, .update: try await Convergence(runner: self, key: key).run()
                case .restore: try await Restoration(runner: self, key: key).run()
                case .cleanup, .sweep: try await sweep(key)
                case .rollback, .delete: try await Removal(runner: self, key: key).run()
                }
            } catch {
                guard !Task.isCancelled else { return }
                surroundings.logger.error(
                    "a stack's operation stopped; it goes on after a restart",
                    metadata: ["stack": "\(stack.id)", "error": "\(error.code): \(error.message)"])
                return
            }
        }
    }

    /// Whoever acts in an operation.
    func context(of stack: Stack, _ operation: StackOperation) -> RequestContext {
        var context = RequestContext(territory: stack.territory, requestID: catalogue.uuid(), endpoint: "")
        context.maySetReservedTags = true
        if let role = operation.roleARN {
            context.roleARN = role
            context.sessionName = "AWSCloudFormation"
        } else {
            context.sender = operation.sender
        }
        return context
    }

    /// A resource with all that its type needs to work on it.
    ///
    /// - Parameter isRestored: Whether it is brought back to what it was before the operation.
    func work(
        _ resource: StackResource, properties: JSONObject, name: String, in stack: Stack, _ operation: StackOperation,
        isRestored: Bool = false
    ) -> ResourceWork {
        let (new, old) = (stack.content.tags, operation.before?.tags ?? [])
        var work = ResourceWork(
            logicalID: resource.logicalID, type: resource.type, properties: properties,
            name: name, stackTags: isRestored ? old : new, stack: (stack.name, stack.id),
            context: context(of: stack, operation), surroundings: surroundings)
        (work.stackTagsBefore, work.isRestored) = (isRestored ? new : old, isRestored)
        work.metadata = resource.metadata
        work.origin = operation.origin
        work.physicalID = resource.physicalID
        work.reference = resource.reference
        work.attributes = resource.attributes
        return work
    }

    /// Removes one resource, unless it is to stay; tells of it.
    ///
    /// - Parameter record: Puts its new state where it belongs.
    func remove(
        _ resource: StackResource, key: String, isRetained: Bool,
        record: @Sendable (inout Stack, StackResource) -> Void
    ) async throws(ServiceError) -> ResourceFailure? {
        guard let stack = catalogue.stack(key: key), let operation = stack.operation else { return nil }
        var resource = resource
        resource.reason = nil
        guard !isRetained else {
            try await put(&resource, "DELETE_SKIPPED", key, record)
            return nil
        }
        guard resource.physicalID != nil, let type = types[resource.type] else {
            try await put(&resource, "DELETE_COMPLETE", key, record)
            return nil
        }
        try await put(&resource, "DELETE_IN_PROGRESS", key, record)
        do throws(ServiceError) {
            try await type.delete(
                work(
                    resource, properties: resource.properties, name: resource.name ?? resource.physicalID ?? "",
                    in: stack, operation))
        } catch {
            guard !Task.isCancelled else { throw error }
            // Somebody else removed it: it is gone, which is what was wanted.
            if !error.isAbsence {
                let failure = ResourceFailure(error, of: resource.type, request: catalogue.uuid())
                resource.reason = failure.reason
                try await put(&resource, "DELETE_FAILED", key, record)
                return failure
            }
        }
        try await put(&resource, "DELETE_COMPLETE", key, record)
        return nil
    }

    private func put(
        _ resource: inout StackResource, _ status: String, _ key: String,
        _ record: @Sendable (inout Stack, StackResource) -> Void
    ) async throws(ServiceError) {
        (resource.status, resource.updatedAt) = (status, catalogue.now)
        let new = resource
        try await catalogue.change(key) { stack in
            record(&stack, new)
            stack.tell(new)
        }
    }

    /// The same work with dynamic references replaced by what they stand for.
    func resolved(_ work: ResourceWork) async throws(ServiceError) -> ResourceWork {
        let properties = try await resolved(work.properties, work.context)
        guard properties != work.properties else { return work }
        var copy = ResourceWork(
            logicalID: work.logicalID, type: work.type, properties: properties,
            name: work.name, stackTags: work.stackTags, stack: work.stack, context: work.context,
            surroundings: work.surroundings)
        (copy.before, copy.metadata, copy.isRepeat) = (work.before, work.metadata, work.isRepeat)
        copy.stackTagsBefore = work.stackTagsBefore
        (copy.isRestored, copy.origin, copy.creationPolicy) = (work.isRestored, work.origin, work.creationPolicy)
        (copy.physicalID, copy.reference, copy.attributes) = (work.physicalID, work.reference, work.attributes)
        return copy
    }

    /// Properties with dynamic references replaced by what they stand for.
    func resolved(_ properties: JSONObject, _ context: RequestContext) async throws(ServiceError) -> JSONObject {
        let references = DynamicReference.all(in: .object(properties))
        guard !references.isEmpty else { return properties }
        var values: [DynamicReference: String] = [:]
        for reference in references {
            guard reference.service == "ssm" || reference.service == "ssm-secure" else {
                throw .validation(
                    "Dynamic references to \(reference.service) are not served here; ssm and ssm-secure are.")
            }
            let (name, version) = reference.parameter
            values[reference] = try await BlueprintMaker(surroundings: surroundings).storedValue(
                version.map { "\(name):\($0)" } ?? name, isSecret: reference.service == "ssm-secure", context)
        }
        return DynamicReference.replaced(in: .object(properties), by: values).objectValue ?? properties
    }

    /// Removes what an operation has left over, users before what they use, then ends the operation.
    private func sweep(_ key: String) async throws(ServiceError) {
        while let stack = catalogue.stack(key: key), let operation = stack.operation,
            let resource = operation.garbage.last
        {
            if Task.isCancelled { return }
            let place = operation.garbage.count - 1
            let isRetained = resource.isRetained(afterFailedCreation: operation.phase == .sweep)
            _ = try await remove(resource, key: key, isRetained: isRetained) { stack, resource in
                guard resource.status != "DELETE_IN_PROGRESS" else { return }
                // What cannot be removed is left behind, as AWS does after its last attempt.
                stack.operation?.garbage.remove(at: place)
            }
        }
        try await catalogue.change(key) { stack in
            stack.become(
                stack.operation?.phase == .cleanup ? .updateComplete : .updateRollbackComplete, at: catalogue.now)
            stack.operation = nil
        }
    }
}
