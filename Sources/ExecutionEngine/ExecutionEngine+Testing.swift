import HandlerContract
import ResourceNames
import StatesInterpreter
import StatesLanguage
import StorageContract
import Synchronization

/// Tasks that belong to no execution: those of a state that is tested on its own.
extension ExecutionEngine {
    /// Whether time passes by itself, or only where nothing else is to be done.
    package var runsByItself: Bool { services.clock.runsByItself }

    /// Calls a task's handler once and makes durable what it wrote.
    ///
    /// Ends early when the caller's task is cancelled; then nothing is written.
    /// - Parameters:
    ///   - roleARN: On whose behalf.
    ///   - executionARN: What the handler is told.
    /// - Returns: The answer as the execution would get it.
    package func call(
        _ task: TaskDispatch, roleARN: String, executionARN: String, territory: Territory
    ) async -> Input {
        var request = InvocationRequest(
            resource: task.resource.handler, payload: task.input, requestID: services.entropy.uuid(),
            territory: territory)
        request.executionARN = executionARN
        request.attempt = task.attempt
        request.idempotencyKey = "\(request.requestID):\(task.task):\(task.attempt)"
        request.act(as: task, of: roleARN)
        let outcome = await outcome(of: request)
        let effects = outcome.effects.compactMap { $0 as? PreparedWrite }
        let isWritten = Task.isCancelled ? false : await commit(effects)
        for effect in effects { effect.settled(isWritten) }
        guard isWritten else {
            let error = StatesError(StatesErrorName.taskFailed, cause: "What the task wrote could not be kept.")
            return .taskFailed(task: task.task, error: error, isStartFailure: false)
        }
        return TaskAnswer(task: task, requestID: request.requestID).input(for: outcome)
    }

    private func outcome(of request: InvocationRequest) async -> InvocationOutcome {
        let running = Mutex<(any RunningInvocation)?>(nil)
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let call = services.invoker.start(request) { continuation.resume(returning: $0) }
                running.withLock { $0 = call }
                // Who cancelled before the call was known could not reach it.
                if Task.isCancelled { call.cancel(.timeout) }
            }
        } onCancel: {
            running.withLock { $0 }?.cancel(.timeout)
        }
    }

    private func commit(_ effects: [PreparedWrite]) async -> Bool {
        let mutations = effects.flatMap(\.mutations)
        guard !mutations.isEmpty else { return true }
        return await withCheckedContinuation { continuation in
            services.store.commit([WriteUnit(mutations: mutations)]) { results in
                if case .committed? = results.first {
                    continuation.resume(returning: true)
                } else {
                    continuation.resume(returning: false)
                }
            }
        }
    }
}
