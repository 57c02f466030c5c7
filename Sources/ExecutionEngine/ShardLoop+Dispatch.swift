import DequeModule
import ExecutionHistory
import HandlerContract
import JSONTree
import ResourceNames
import StatesInterpreter
import StatesLanguage
import StorageContract

/// Tasks out, answers in.
extension ShardLoop {
    /// Calls a task's handler after its scheduling is durable.
    func dispatch(_ task: TaskDispatch, of execution: LiveExecution) {
        guard execution.obligations.contains(task.task), !execution.state.isEnded else { return }
        guard task.resource.kind != .activity else {
            return services.activities.add(
                ActivityTask(key: execution.key, task: task.task, token: task.token, input: task.input),
                of: task.resource.handler)
        }
        call(task, of: execution)
    }

    /// Has the effect of a task worked out before anything of it is durable; one transaction will hold both.
    func prepare(_ task: TaskDispatch, of execution: LiveExecution) {
        call(task, of: execution)
    }

    private func call(_ task: TaskDispatch, of execution: LiveExecution) {
        inTurn { loop in loop.callNow(task, of: execution) }
    }

    private func callNow(_ task: TaskDispatch, of execution: LiveExecution) {
        // Its turn may have come after the task was over.
        guard execution.obligations.contains(task.task) || execution.preparing.contains(task.task) else { return }
        callsUnderWay += 1
        let key = execution.key
        let request = invocation(of: task, by: execution)
        let requestID = request.requestID
        execution.running[task.task] = services.invoker.start(request) { [weak self] outcome in
            let isPosted =
                self?.postAnswer { loop in loop.answered(task, of: key, requestID: requestID, outcome) } ?? false
            if !isPosted { for effect in outcome.effects { (effect as? PreparedWrite)?.settled(false) } }
        }
    }

    private func invocation(of task: TaskDispatch, by execution: LiveExecution) -> InvocationRequest {
        var request = InvocationRequest(
            resource: task.resource.handler, payload: task.input, requestID: services.entropy.uuid(),
            territory: execution.arn.stateMachine.territory)
        request.taskToken = task.token
        request.executionARN = execution.arn.text
        request.idempotencyKey = "\(execution.key.uuid):\(task.task):\(task.attempt)"
        request.attempt = task.attempt
        request.waitsForToken = task.resource.waitsForToken
        request.isSync = task.resource.sync > 0
        if request.isSync {
            let parent = ParentTask(
                execution: execution.key, task: task.task, tellsJSON: task.resource.sync == 2)
            request.awaitedBy = parent.text
        }
        request.act(as: task, of: execution.details.roleARN)
        request.traceHeader = execution.details.traceHeader ?? ""
        if !execution.isTransient, !execution.details.isExpress, let handovers = services.handovers {
            let (key, task) = (execution.key, task.task)
            request.onHandover = { handovers.mark(key, task: task) }
        }
        return request
    }

    /// Takes a handler's answer to the execution, wherever that is by now.
    private func answered(_ task: TaskDispatch, of key: ExecutionKey, requestID: String, _ outcome: InvocationOutcome) {
        let effects = outcome.effects.compactMap { $0 as? PreparedWrite }
        guard let execution = resident(key) else {
            for effect in effects { effect.settled(false) }
            return
        }
        let scheduled = execution.scheduledBuilds.removeValue(forKey: task.task)
        let input = TaskAnswer(task: task, requestID: requestID).input(for: outcome)
        if execution.preparing.remove(task.task) != nil {
            // The unit that waits for this answer goes on at once: nothing else may come between.
            execution.running[task.task] = nil
            execution.pending.prepend((input, effects, nil))
            advance(execution)
            commitIfPrepared(execution)
            return
        }
        guard execution.details.isExpress || !effects.isEmpty || execution.state.accepts(input) else { return }
        if !outcome.buildID.isEmpty, outcome.buildID != scheduled {
            execution.otherBuilds.append(TaskBuild(task: task.task, build: outcome.buildID))
        }
        offer(input, effects: effects, to: execution)
    }
}

extension InvocationRequest {
    /// Says on whose behalf a task acts: as its machine's role, or as the one its `Credentials` name.
    mutating func act(as task: TaskDispatch, of machineRole: String) {
        roleARN = task.credentialsRoleARN ?? machineRole
        if task.credentialsRoleARN != nil { assumingRoleARN = machineRole }
    }
}

/// Words a handler's outcome as the input of an execution.
struct TaskAnswer {
    /// The task that was dispatched.
    let task: TaskDispatch
    /// Under which its handler was called.
    let requestID: String

    /// Words an outcome.
    func input(for outcome: InvocationOutcome) -> Input {
        switch outcome.result {
        case .success(let output):
            isPassedOn
                ? .submitted(task: task.task, output: output) : .taskSucceeded(task: task.task, output: output)
        case .functionError(let failure):
            .taskFailed(task: task.task, error: error(for: failure), isStartFailure: isPassedOn)
        case .refused(let refusal):
            .taskFailed(task: task.task, error: error(for: refusal), isStartFailure: isPassedOn)
        }
    }

    /// Whether the handler only passes the task on.
    private var isPassedOn: Bool { task.resource.waitsForToken || task.resource.sync > 0 }

    /// A function's error keeps its own name, its cause is the error document; an integration words both itself.
    private func error(for failure: HandlerFailure) -> StatesError {
        guard task.resource.kind == .function else { return StatesError(failure.type, cause: failure.message) }
        return StatesError(failure.type, cause: failure.document(requestID: requestID).text)
    }

    /// The service turned the call away. Observed on AWS: `Lambda.` before the service's code, the SDK's words after the message.
    private func error(for refusal: HandlerRefusal) -> StatesError {
        let isOwnWord = refusal.code.hasPrefix("States.")
        guard task.resource.kind == .function, !isOwnWord else {
            return StatesError(refusal.code, cause: refusal.message)
        }
        // What the SDK has no exception for is its general one.
        let name = refusal.code == "AccessDeniedException" ? "AWSLambdaException" : refusal.code
        return StatesError(
            "Lambda.\(name)",
            cause:
                "\(refusal.message) (Service: AWSLambda; Status Code: \(refusal.status); Error Code: \(refusal.code); "
                + "Request ID: \(requestID); Proxy: null)")
    }
}
