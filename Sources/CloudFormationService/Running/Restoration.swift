import AWSWire
import JSONTree

/// Brings a stack back to what it was before an update that failed.
struct Restoration: Sendable {
    /// Whose work it is.
    let runner: StackRunner
    /// The stack.
    let key: String

    private var catalogue: StackCatalogue { runner.catalogue }

    /// Runs until all is as it was, or something cannot be.
    func run() async throws(ServiceError) {
        guard let stack = catalogue.stack(key: key), let operation = stack.operation else { return }
        var failed: [String] = []
        for old in Convergence.inOrder(operation.resourcesBefore) {
            if Task.isCancelled { return }
            guard !operation.skipped.contains(old.logicalID) else { continue }
            if try await !restore(old) { failed.append(old.logicalID) }
        }
        if Task.isCancelled { return }
        guard failed.isEmpty else {
            try await catalogue.change(key) { stack in
                stack.become(
                    .updateRollbackFailed,
                    "The following resource(s) failed to update: [\(failed.joined(separator: ", "))]. ",
                    at: catalogue.now)
                (stack.suspended, stack.operation) = (stack.operation, nil)
            }
            return
        }
        try await catalogue.change(key) { stack in
            let names = Set(operation.resourcesBefore.map(\.logicalID))
            let added = stack.resources.filter { !names.contains($0.logicalID) }
            stack.resources.removeAll { !names.contains($0.logicalID) }
            for resource in Convergence.inOrder(added) {
                stack.discard(resource, isKept: resource.deletionPolicy == "Retain")
            }
            if let before = stack.operation?.before { stack.content = before }
            if let outputs = stack.operation?.outputsBefore { stack.outputs = outputs }
            stack.suspended = nil
            stack.become(.updateRollbackCleanup, at: catalogue.now)
            stack.operation?.phase = .sweep
        }
    }

    /// Brings one resource back; `false` when that failed.
    private func restore(_ old: StackResource) async throws(ServiceError) -> Bool {
        guard let stack = catalogue.stack(key: key), let operation = stack.operation else { return false }
        let current = stack.resource(old.logicalID)
        guard let current, current.physicalID == old.physicalID else {
            // The old one is still there: it was to be removed at the very end.
            try await catalogue.change(key) { stack in
                stack.operation?.garbage.removeAll {
                    $0.logicalID == old.logicalID && $0.physicalID == old.physicalID
                }
                if let current, current.physicalID != nil { stack.discard(current, isKept: false) }
                put(old, &stack)
            }
            return true
        }
        let codeDiffers = current.metadata?["Newel"] != old.metadata?["Newel"]
        let type = runner.types[old.type]
        let tagsDiffer =
            operation.before.map { $0.tags != stack.content.tags } ?? false
            && type?.facts.properties.contains("Tags") ?? false
        guard
            current.properties != old.properties || current.attempted != nil || codeDiffers || tagsDiffer
                || type?.mayChangeItself ?? false
        else {
            if !current.isComplete || current.metadata != old.metadata {
                try await catalogue.change(key) { put(old, &$0) }
            }
            return true
        }
        guard let type else { return true }
        var work = runner.work(
            old, properties: old.properties, name: old.name ?? old.physicalID ?? "", in: stack, operation,
            isRestored: true)
        work.before = current.before(old.properties)
        do throws(ServiceError) {
            try await catalogue.change(key) { stack in
                var resource = current
                (resource.status, resource.reason, resource.updatedAt) = ("UPDATE_IN_PROGRESS", nil, catalogue.now)
                stack.put(resource)
            }
            work = try await runner.resolved(work)
            try await type.update(&work)
            try await catalogue.change(key) { put(old, &$0) }
            return true
        } catch {
            guard !Task.isCancelled else { throw error }
            let failure = ResourceFailure(error, of: old.type, request: catalogue.uuid())
            try await catalogue.change(key) { stack in
                var resource = current
                (resource.status, resource.reason) = ("UPDATE_FAILED", failure.reason)
                resource.updatedAt = catalogue.now
                stack.put(resource)
            }
            return false
        }
    }

    private func put(_ old: StackResource, _ stack: inout Stack) {
        var resource = old
        (resource.status, resource.reason, resource.updatedAt) = ("UPDATE_COMPLETE", nil, catalogue.now)
        (resource.attempted, resource.isBegun) = (nil, false)
        stack.put(resource)
    }
}
