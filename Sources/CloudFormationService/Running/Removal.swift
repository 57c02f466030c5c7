import AWSWire
import Logging

/// Removes all resources of a stack, users before what they use, then ends the operation.
struct Removal: Sendable {
    /// Whose work it is.
    let runner: StackRunner
    /// The stack.
    let key: String

    private var catalogue: StackCatalogue { runner.catalogue }

    /// Runs until all are gone or cannot go.
    func run() async throws(ServiceError) {
        guard let stack = catalogue.stack(key: key), let operation = stack.operation else { return }
        if operation.phase == .delete, let used = usedExport(of: stack) {
            return try await cancel(used, operation)
        }
        for resource in operation.garbage {
            let failure = try await runner.remove(
                resource, key: key, isRetained: resource.isRetained(afterFailedCreation: true)
            ) { stack, new in
                guard new.status != "DELETE_IN_PROGRESS" else { return }
                stack.operation?.garbage.removeAll {
                    $0.logicalID == new.logicalID && $0.physicalID == new.physicalID
                }
            }
            if Task.isCancelled { return }
            if let failure {
                runner.surroundings.logger.warning(
                    "what an update left over stays", metadata: ["reason": "\(failure.reason)"])
            }
        }
        let failed = try await removeAll(stack, operation)
        if Task.isCancelled { return }
        try await catalogue.dropReviewed(within: stack)
        let words = "The following resource(s) failed to delete: [\(failed.sorted().joined(separator: ", "))]. "
        try await end(failure: failed.isEmpty ? nil : words)
    }

    private func usedExport(of stack: Stack) -> String? {
        for output in stack.outputs {
            guard let name = output.exportName else { continue }
            let users = catalogue.importers(of: name, in: stack.territory).filter { $0 != stack.name }
            guard !users.isEmpty else { continue }
            return "Cannot delete export \(name) as it is in use by \(users.joined(separator: " and "))"
        }
        return nil
    }

    private func removeAll(_ stack: Stack, _ operation: StackOperation) async throws(ServiceError) -> [String] {
        let isRollback = operation.phase == .rollback
        let there = stack.resources.filter { $0.status != "DELETE_COMPLETE" && $0.status != "DELETE_SKIPPED" }
        let outcome = await withTaskGroup(of: (id: String, failure: Result<ResourceFailure?, ServiceError>).self) {
            group -> Result<[String], ServiceError> in
            var waiting = there
            var left = Set(there.map(\.logicalID))
            var failed: [String] = []
            func startWhatCan() {
                guard !Task.isCancelled else { return }
                for resource in waiting where !isUsed(resource, by: there, left) {
                    group.addTask { (resource.logicalID, await remove(resource, operation, isRollback)) }
                }
                waiting.removeAll { !isUsed($0, by: there, left) }
            }
            startWhatCan()
            while let (id, outcome) = await group.next() {
                switch outcome {
                case .failure(let error): return .failure(error)
                case .success(nil): left.remove(id)
                case .success: failed.append(id)
                }
                startWhatCan()
            }
            return .success(failed)
        }
        return try outcome.get()
    }

    private func isUsed(_ resource: StackResource, by others: [StackResource], _ left: Set<String>) -> Bool {
        others.contains { left.contains($0.logicalID) && $0.dependencies.contains(resource.logicalID) }
    }

    private func remove(
        _ resource: StackResource, _ operation: StackOperation, _ isRollback: Bool
    ) async -> Result<ResourceFailure?, ServiceError> {
        let isRetained =
            operation.retained.contains(resource.logicalID) || resource.isRetained(afterFailedCreation: isRollback)
        do throws(ServiceError) {
            let failure = try await runner.remove(
                resource, key: key, isRetained: isRetained && resource.physicalID != nil
            ) { stack, new in
                guard let place = stack.resources.firstIndex(where: { $0.logicalID == new.logicalID }) else { return }
                stack.resources[place] = new
            }
            return .success(operation.isForced ? nil : failure)
        } catch {
            return .failure(error)
        }
    }

    /// Does not begin: others need what the stack exports. It stands where it stood, as told by users of AWS.
    private func cancel(_ reason: String, _ operation: StackOperation) async throws(ServiceError) {
        guard let before = operation.statusBefore else { return try await end(failure: reason) }
        try await catalogue.change(key) { stack in
            stack.become(before, "Delete canceled. \(reason).", at: catalogue.now)
            stack.operation = nil
        }
    }

    private func end(failure: String?) async throws(ServiceError) {
        try await catalogue.change(key) { stack in
            let isRollback = stack.operation?.phase == .rollback
            if isRollback, failure == nil, stack.operation?.isDeletionAsked == true {
                stack.operation?.phase = .delete
                return stack.become(.deleteInProgress, "User Initiated", at: catalogue.now)
            }
            if let failure {
                stack.become(isRollback ? .rollbackFailed : .deleteFailed, failure, at: catalogue.now)
            } else {
                stack.become(isRollback ? .rollbackComplete : .deleteComplete, at: catalogue.now)
                if !isRollback { stack.deletedAt = catalogue.now }
                (stack.outputs, stack.imports) = ([], [])
            }
            (stack.operation, stack.suspended) = (nil, nil)
        }
    }
}
