import ResourceNames
import StatesInterpreter
import StatesLanguage
import StorageContract

extension ShardLoop {
    /// Whether an open task belongs to an activity that is no more. Source: API reference, `TaskDoesNotExist`: "The activity does not exist."
    func isOfDeletedActivity(_ task: Int64, of execution: LiveExecution) -> Bool {
        guard !execution.program.activities.isEmpty else { return false }
        let open = execution.state.openTasks.first { $0.task == task && $0.resource.kind == .activity }
        return open.map { !services.activityExists($0.resource.handler) } ?? false
    }
}

/// Activities: tasks that workers come for.
extension ExecutionEngine {
    /// Waits for a task of an activity and notes that the worker has taken it.
    ///
    /// - Returns: `nil` when none came in time, or the caller gave up: a task it would have got goes to the next.
    /// - Throws: `tooManyWorkers`.
    package func activityTask(of activity: String, workerName: String?) async throws(EngineFailure) -> ActivityTask? {
        let deadline = services.clock.monotonicMilliseconds + services.limits.workerWaitMilliseconds
        while !Task.isCancelled {
            guard var task = try await nextTask(of: activity, until: deadline) else { return nil }
            if Task.isCancelled {
                services.activities.add(task, of: activity, isFirst: true)
                return nil
            }
            switch await take(task, workerName: workerName) {
            case .recorded:
                guard Task.isCancelled else { return task }
                task.isTaken = true
                services.activities.add(task, of: activity, isFirst: true)
                return nil
            // Over meanwhile: timed out, or its execution has ended.
            case .refused: continue
            case .failed(let failure):
                // One whose key is locked must not stand in the way of the tasks of others.
                let isLocked = if case .keyUnusable = failure { true } else { false }
                services.activities.add(task, of: activity, isFirst: !isLocked)
                throw failure
            }
        }
        return nil
    }

    /// Sends all workers away that wait for a task of an activity.
    package func dismissWorkers(of activity: String) { services.activities.dismissWorkers(of: activity) }

    /// A task that waits, or the next to come.
    private func nextTask(of activity: String, until deadline: Int64) async throws(EngineFailure) -> ActivityTask? {
        let wait = WorkerWait()
        let result: Result<ActivityTask?, EngineFailure> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let answer = services.activities.ask(activity, workersMax: services.limits.workersPerActivityMax) {
                    continuation.resume(returning: .success($0))
                }
                switch answer {
                case .task(let task): continuation.resume(returning: .success(task))
                case .tooManyWorkers: continuation.resume(returning: .failure(.tooManyWorkers))
                case .waiting(let worker):
                    let isPosted = loops[0].post { loop in
                        loop.expectEnd(at: deadline, of: worker, activity: activity)
                    }
                    if !wait.begin(worker) || !isPosted { services.activities.leave(activity, worker: worker) }
                }
            }
        } onCancel: {
            if let worker = wait.cancel() { services.activities.leave(activity, worker: worker) }
        }
        return try result.get()
    }

    private func take(_ task: ActivityTask, workerName: String?) async -> InputResult {
        guard task.isTaken else {
            return await offer(.activityStarted(task: task.task, workerName: workerName), to: task.key)
        }
        return await withCheckedContinuation { continuation in
            let isPosted = loop(for: task.key).post { loop in
                do throws(EngineFailure) {
                    let execution = try loop.find(task.key)
                    let isOpen = execution?.state.openTasks.contains { $0.task == task.task } ?? false
                    continuation.resume(
                        returning: isOpen ? .recorded(at: execution?.lastTime ?? loop.services.clock.now) : .refused)
                } catch {
                    continuation.resume(returning: .failed(error))
                }
            }
            if !isPosted { continuation.resume(returning: .failed(.unavailable("the engine has stopped"))) }
        }
    }
}
