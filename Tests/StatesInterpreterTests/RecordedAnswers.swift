import JSONTree
import ResourceNames
import StatesLanguage

@testable import StatesInterpreter

/// Answers tasks as a recorded history says they were answered.
struct RecordedAnswers {
    let events: [JSON]

    /// What the recording says became of a task.
    func outcome(of task: TaskDispatch) -> Interpretation.Outcome {
        var inputs: [Input] = []
        var previous = task.task
        var isSubmitted = false
        while let event = event(after: previous), let type = event["type"]?.stringValue,
            let id = event["id"]?.integerValue
        {
            previous = id
            let details = event.objectValue?.first { $0.key.hasSuffix("EventDetails") }?.value ?? .emptyObject
            if type == "ActivityStarted" {
                inputs.append(.activityStarted(task: task.task, workerName: details["workerName"]?.stringValue))
            }
            if type.hasSuffix("Started") { continue }
            let output = Payload(tree(details["output"]))
            let error = StatesError(
                details["error"]?.stringValue, cause: details["cause"].map { $0.stringValue ?? $0.text })
            let isByToken = isSubmitted || task.resource.kind == .activity
            switch type {
            case "TaskSubmitted":
                isSubmitted = true
                inputs.append(.submitted(task: task.task, output: output))
                continue
            case "TaskSucceeded", "LambdaFunctionSucceeded", "ActivitySucceeded":
                inputs.append(
                    isByToken
                        ? .tokenAnswered(task: task.task, answer: .success(output))
                        : .taskSucceeded(task: task.task, output: output))
            case "TaskSubmitFailed", "TaskStartFailed", "LambdaFunctionScheduleFailed":
                inputs.append(.taskFailed(task: task.task, error: error, isStartFailure: true))
            case "TaskFailed", "LambdaFunctionFailed", "ActivityFailed":
                inputs.append(
                    isByToken && task.resource.sync == 0
                        ? .tokenAnswered(task: task.task, answer: .failure(error))
                        : .taskFailed(task: task.task, error: error, isStartFailure: false))
            default: break
            }
            break
        }
        return inputs.isEmpty ? .silence : .inputs(inputs)
    }

    private func event(after id: Int64) -> JSON? {
        events.first {
            guard $0["previousEventId"]?.integerValue == id, let type = $0["type"]?.stringValue else { return false }
            return !type.contains("State") && ["Task", "Lambda", "Activi"].contains { type.hasPrefix($0) }
        }
    }

    /// Outputs that are objects are recorded parsed, others as text.
    private func tree(_ output: JSON?) -> JSON {
        guard let output else { return .emptyObject }
        if let text = output.stringValue { return (try? JSON.parse(text)) ?? output }
        return output
    }
}
