import AWSWire
import JSONTree
import ResourceNames
import TemplateLanguage

/// Brings a stack's resources in line with its template: each as soon as all it needs is there, independent ones side by side.
struct Convergence: Sendable {
    /// Whose work it is.
    let runner: StackRunner
    /// The stack.
    let key: String

    private var catalogue: StackCatalogue { runner.catalogue }

    /// Runs until all is there, something failed, or the task is cancelled.
    func run() async throws(ServiceError) {
        guard let stack = catalogue.stack(key: key), let operation = stack.operation else { return }
        let territory = stack.territory
        let exports = Dictionary(
            catalogue.exports(in: territory).map { ($0.output.exportName ?? "", $0.output.value) },
            uniquingKeysWith: { first, _ in first })
        let blueprint: Blueprint
        let plan: StackPlan
        do throws(TemplateError) {
            blueprint = try Blueprint(stack.content)
            plan = try StackPlan(blueprint, stack) { exports[$0] }
        } catch {
            return try await fail(operation, Failures(plain: error.message))
        }
        let step = ResourceStep(runner: runner, key: key, blueprint: blueprint, exports: exports)
        if let refusal = Self.deletionRefusal(stack, plan) {
            return try await fail(operation, Failures(plain: refusal))
        }
        let (failures, isCutShort) = await bringInTime(plan, step)
        if Task.isCancelled { return }
        guard let after = catalogue.stack(key: key), let operation = after.operation else { return }
        if operation.isDeletionAsked { return try await turnToDeletion() }
        if operation.isCancelled { return try await fail(operation, Failures(plain: "User Initiated")) }
        guard !isCutShort, !failures.isEmpty || !after.isOverdue(catalogue.now) else {
            return try await fail(operation, Failures(plain: "Stack creation time exceeded the specified timeout"))
        }
        guard failures.isEmpty else { return try await fail(operation, failures) }
        do {
            try await finish(operation, plan, try step.outputs(after))
        } catch let error as TemplateError {
            try await fail(operation, Failures(plain: error.message))
        } catch let error as ServiceError {
            throw error
        } catch {
            throw ServiceError("InternalFailure", "\(error)", status: 500)
        }
    }

    /// Why the stack's policy keeps what the template does not name any more; `nil` when all of that may go.
    private static func deletionRefusal(_ stack: Stack, _ plan: StackPlan) -> String? {
        let names = Set(plan.wanted.map(\.declared.logicalID))
        let dropped = stack.resources.filter { !names.contains($0.logicalID) && $0.physicalID != nil }
        return dropped.lazy.compactMap { stack.policyRefusal(.delete, of: $0.logicalID, type: $0.type) }.first
    }

    /// Resources that could not be made or changed, or words about all of it.
    private struct Failures: Sendable {
        var created: [String] = []
        var updated: [String] = []
        var plain = ""

        var isEmpty: Bool { created.isEmpty && updated.isEmpty && plain.isEmpty }

        init(plain: String = "") { self.plain = plain }

        /// Observed on AWS.
        var words: String {
            if !plain.isEmpty { return plain }
            var words = ""
            if !created.isEmpty {
                words += "The following resource(s) failed to create: [\(created.sorted().joined(separator: ", "))]. "
            }
            if !updated.isEmpty {
                words += "The following resource(s) failed to update: [\(updated.sorted().joined(separator: ", "))]. "
            }
            return words
        }
    }

    /// Brings all in line until that is to stop: then what is being waited for is given up.
    private func bringInTime(_ plan: StackPlan, _ step: ResourceStep) async -> (failures: Failures, isCutShort: Bool) {
        await withTaskGroup(of: Failures?.self) { group in
            group.addTask { await bring(plan, step) }
            group.addTask {
                while catalogue.stack(key: key)?.isGivenUp(catalogue.now) == false {
                    // Cancelled: there is nothing more to watch.
                    do { try await runner.surroundings.pause(Limits.watchPause) } catch { break }
                }
                return nil
            }
            var (failures, isCutShort) = (Failures(), false)
            for await ended in group {
                if let ended { failures = ended } else if !group.isCancelled { isCutShort = true }
                group.cancelAll()
            }
            return (failures, isCutShort)
        }
    }

    private func bring(_ plan: StackPlan, _ step: ResourceStep) async -> Failures {
        await withTaskGroup(of: (id: String, outcome: ResourceStep.Outcome).self) { group in
            var waiting = plan.wanted
            var done: Set<String> = []
            var failures = Failures()
            // What a process that was killed has begun is taken up in any case: only so is known what it made.
            let begun = Set((catalogue.stack(key: key)?.resources ?? []).filter(\.isCutOff).map(\.logicalID))
            for wanted in waiting where begun.contains(wanted.declared.logicalID) {
                group.addTask { (wanted.declared.logicalID, await step.run(wanted)) }
            }
            waiting.removeAll { begun.contains($0.declared.logicalID) }
            func startWhatCan() {
                let isStopped =
                    !failures.isEmpty || Task.isCancelled
                    || catalogue.stack(key: key)?.operation.map(\.isCancelled) ?? true
                    || catalogue.stack(key: key)?.isGivenUp(catalogue.now) ?? true
                guard !isStopped else { return }
                for wanted in waiting where done.isSuperset(of: wanted.needs) {
                    group.addTask { (wanted.declared.logicalID, await step.run(wanted)) }
                }
                waiting.removeAll { done.isSuperset(of: $0.needs) }
            }
            startWhatCan()
            while let (id, outcome) = await group.next() {
                switch outcome {
                case .done: done.insert(id)
                case .creationFailed: failures.created.append(id)
                case .updateFailed: failures.updated.append(id)
                }
                startWhatCan()
            }
            return failures
        }
    }

    private func turnToDeletion() async throws(ServiceError) {
        try await catalogue.change(key) { turnToDeletion(&$0) }
    }

    private func turnToDeletion(_ stack: inout Stack) {
        stack.operation?.phase = .delete
        stack.become(.deleteInProgress, "User Initiated", at: catalogue.now)
    }

    /// All resources are as they should be.
    private func finish(
        _ operation: StackOperation, _ plan: StackPlan, _ outputs: [StackOutput]
    ) async throws(ServiceError) {
        guard let stack = catalogue.stack(key: key) else { return }
        if let clash = clash(outputs, of: stack) { return try await fail(operation, Failures(plain: clash)) }
        let names = Set(plan.wanted.map(\.declared.logicalID))
        var isCancelled = false
        try await catalogue.change(key) { stack in
            // What was asked for while the last resource came up has been acknowledged.
            if stack.operation?.isDeletionAsked == true { return turnToDeletion(&stack) }
            isCancelled = stack.operation?.isCancelled ?? false
            if isCancelled { return }
            stack.outputs = outputs
            stack.imports = plan.imports
            stack.suspended = nil
            guard operation.phase == .update else {
                stack.become(.createComplete, at: catalogue.now)
                stack.operation = nil
                return
            }
            let dropped = stack.resources.filter { !names.contains($0.logicalID) }
            stack.resources.removeAll { !names.contains($0.logicalID) }
            // Users are removed before what they use: the last of these goes first.
            stack.operation?.garbage += Self.inOrder(dropped)
            stack.become(.updateCleanup, at: catalogue.now)
            stack.operation?.phase = .cleanup
        }
        if isCancelled { try await fail(operation, Failures(plain: "User Initiated")) }
    }

    /// Resources so that each stands after all it needs.
    static func inOrder(_ resources: [StackResource]) -> [StackResource] {
        // They came from a template that was without circles; should that fail, the order given is as good as any.
        let order = (try? DependencyOrder(resources.map { ($0.logicalID, $0.dependencies) }))?.order
        guard let order else { return resources }
        return order.compactMap { id in resources.first { $0.logicalID == id } }
    }

    /// Why the outputs cannot be exported as they are; `nil` when they can.
    private func clash(_ outputs: [StackOutput], of stack: Stack) -> String? {
        let others = catalogue.exports(in: stack.territory).filter { $0.stack.key != stack.key }
        for output in outputs {
            guard output.exportName == nil || output.value.utf8.count <= Limits.exportBytesMax else {
                return
                    "Cannot export output \(output.name) with length \(output.value.utf8.count). Max length of \(Limits.exportBytesMax) exceeded."
            }
            guard let name = output.exportName,
                let other = others.first(where: { $0.output.exportName == name })
            else { continue }
            return "Export with name \(name) is already exported by stack \(other.stack.name)"
        }
        for old in stack.outputs {
            guard let name = old.exportName else { continue }
            let kept = outputs.first { $0.exportName == name }
            let users = catalogue.importers(of: name, in: stack.territory)
            guard kept?.value != old.value, let user = users.first else { continue }
            return "Export \(name) cannot be \(kept == nil ? "deleted" : "updated") as it is in use by \(user)"
        }
        return nil
    }

    /// Something went wrong: the operation turns back, or stays as it is, as its caller wanted.
    private func fail(_ operation: StackOperation, _ failures: Failures) async throws(ServiceError) {
        let words = failures.words
        try await catalogue.change(key) { stack in
            if stack.operation?.isDeletionAsked == true { return turnToDeletion(&stack) }
            let now = catalogue.now
            guard operation.phase == .create else {
                guard !stack.isRollbackDisabled || operation.isCancelled else {
                    stack.become(.updateFailed, words, at: now)
                    (stack.suspended, stack.operation) = (stack.operation, nil)
                    return
                }
                stack.turnBack(.restore, id: catalogue.uuid())
                stack.become(.updateRollbackInProgress, words, at: now)
                return
            }
            switch stack.isRollbackDisabled ? .nothing : operation.onFailure {
            case .nothing:
                stack.become(.createFailed, words, at: now)
                (stack.suspended, stack.operation) = (stack.operation, nil)
            case .delete:
                stack.become(.deleteInProgress, words + "Delete requested by user.", at: now)
                stack.operation?.phase = .delete
            case .rollback:
                stack.turnBack(.rollback, id: catalogue.uuid())
                stack.become(
                    .rollbackInProgress, words + (words.hasSuffix(". ") ? "" : ". ") + "Rollback requested by user.",
                    at: now)
            }
        }
    }
}
