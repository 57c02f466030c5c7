import ExecutionHistory
import JSONPathLanguage
import JSONTree
import ResourceNames
import StatesLanguage

/// Task: has something done outside and waits for the answer. Scheduling is here, answers are in `TaskStep+Answers.swift`.
enum TaskStep {
    /// Works out the task's input and dispatches it.
    static func schedule(_ task: TaskState, of state: State, _ frame: Int, in fold: inout Fold) throws(StepFailure) {
        let id = fold.writer.lastEventID + 1
        let resource = task.resource
        if resource.kind == .activity, fold.core.missingActivities.contains(resource.text) {
            throw fold.failure(
                StatesErrorName.runtime, "The activity \(resource.text) does not exist.", of: state, frame)
        }
        // Whoever holds the token of a `.sync` task may end it too. Observed on AWS.
        let showsToken = resource.waitsForToken || resource.sync > 0
        let token = showsToken || resource.kind == .activity ? fold.constants.facts.tokens.token(task: id) : ""
        let input = try fold.effectiveInput(of: state, frame)
        var parameters = input
        if let template = task.parameters {
            let view = ExpressionView(token: showsToken ? token : nil)
            let value = try fold.value(of: template, field: "Arguments", in: input, view, of: state, frame)
            parameters = fold.produce(value)
        }
        fold.note(state.language == .jsonPath ? .afterParameters : .afterArguments, parameters, of: state)
        guard parameters.byteCount <= Limits.payloadBytes else {
            throw .dataLimitExceeded(by: state.name, event: fold.core.frames[frame].enteredEvent)
        }
        let timeout = try seconds(task.timeout, "TimeoutSeconds", input, of: state, frame, in: &fold)
        let heartbeat = try seconds(task.heartbeat, "HeartbeatSeconds", input, of: state, frame, in: &fold)
        let role = try roleARN(task.credentials, input, of: state, frame, in: &fold)
        let dispatch = TaskDispatch(
            task: id, stateName: state.name, resource: resource, input: parameters,
            attempt: fold.core.frames[frame].retryCount + 1,
            token: token, credentialsRoleARN: role, timeoutSeconds: timeout)
        let written = scheduled(
            dispatch, heartbeatSeconds: heartbeat, after: fold.core.frames[frame].previousEvent, in: &fold)
        precondition(written == id, "a task is named by its scheduling event")
        fold.core.frames[frame].previousEvent = id
        fold.core.frames[frame].phase = .task(TaskAttempt(dispatch: dispatch, heartbeatSeconds: heartbeat))
        fold.commands.append(.dispatchTask(dispatch))
        if let timeout { fold.startTimer(.taskTimeout(id), at: fold.time + .seconds(timeout), isMonotonic: true) }
        // A worker's heartbeats count from the moment it takes the task.
        if let heartbeat, resource.kind != .activity {
            fold.startTimer(.heartbeat(id), at: fold.time + .seconds(heartbeat), isMonotonic: true)
        }
    }

    private static func scheduled(
        _ dispatch: TaskDispatch, heartbeatSeconds: Int?, after previous: Int64, in fold: inout Fold
    ) -> Int64 {
        let resource = dispatch.resource
        switch resource.kind {
        case .function:
            return fold.writer.lambdaFunctionScheduled(
                previous: previous, resource: resource.text, input: dispatch.input,
                timeoutSeconds: dispatch.timeoutSeconds,
                credentialsRoleARN: dispatch.credentialsRoleARN)
        case .activity:
            return fold.writer.activityScheduled(
                previous: previous, resource: resource.text, input: dispatch.input,
                timeoutSeconds: dispatch.timeoutSeconds,
                heartbeatSeconds: heartbeatSeconds)
        case .integration:
            return fold.writer.taskScheduled(
                previous: previous, resourceType: resource.resourceType, resource: resource.action,
                region: fold.constants.facts.territory.region, parameters: dispatch.input,
                timeoutSeconds: dispatch.timeoutSeconds,
                heartbeatSeconds: heartbeatSeconds, credentialsRoleARN: dispatch.credentialsRoleARN)
        }
    }

    private static func seconds(
        _ source: NumberSource?, _ field: String, _ input: Payload, of state: State, _ frame: Int, in fold: inout Fold
    ) throws(StepFailure) -> Int? {
        switch source {
        case nil: return nil
        case .constant(let seconds): return seconds
        case .path(let path):
            let value = try fold.value(of: path, in: input.tree, of: state, frame)
            guard let seconds = value.integerValue, seconds > 0, seconds <= 99_999_999 else {
                throw fold.failure(
                    StatesErrorName.runtime,
                    "The \(field)Path parameter cannot be parsed as a long value: \(path.text) == \(Causes.quoted(value))",
                    of: state, frame)
            }
            return Int(seconds)
        case .expression(let text):
            let value = try fold.value(of: text, field: field, .init(), of: state, frame)
            guard let seconds = value.integerValue, seconds > 0, seconds <= 99_999_999 else {
                throw fold.wrongType(value, of: text, expected: "number", field: field, of: state, frame)
            }
            return Int(seconds)
        }
    }

    private static func roleARN(
        _ credentials: ValueTemplate?, _ input: Payload, of state: State, _ frame: Int, in fold: inout Fold
    ) throws(StepFailure) -> String? {
        guard let credentials else { return nil }
        let value = try fold.value(of: credentials, field: "Credentials", in: input, of: state, frame)
        return value["RoleArn"]?.stringValue
    }
}
