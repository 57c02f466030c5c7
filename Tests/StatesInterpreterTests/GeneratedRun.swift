import JSONTree
import ResourceNames
import StatesLanguage
import TestSupport

@testable import StatesInterpreter

/// Runs generated definitions through `advance` alone; what ends badly is redriven once.
enum GeneratedRun {
    /// An execution to which nothing has happened yet.
    static func fresh(_ definition: RandomDefinition) throws -> Interpretation {
        let answers = definition.answers
        return try Interpretation(definition.text, input: definition.input) { .inputs(inputs(for: $0, answers)) }
    }

    /// Goes on to the end, and to the end after a redrive if there can be one.
    static func finish(_ run: inout Interpretation) {
        run.run()
        guard run.state.core.redriveCount == 0, run.state.accepts(.redriven) else { return }
        run.redrive()
        run.run()
    }

    /// The whole life of an execution.
    static func whole(_ definition: RandomDefinition) throws -> Interpretation {
        var run = try fresh(definition)
        finish(&run)
        return run
    }

    private static func inputs(for task: TaskDispatch, _ answers: RandomAnswers) -> [Input] {
        let (resource, payload) = (task.resource.text, task.input.bytes)
        let isEven = answers.isEven(resource: resource, payload: payload, attempt: task.attempt)
        switch answers.answer(resource: resource, payload: payload, attempt: task.attempt) {
        case .silence: return []
        case .success(let output):
            guard !task.token.isEmpty else { return [.taskSucceeded(task: task.task, output: Payload(output))] }
            return inOrder(.success(Payload(output)), task, isEven)
        case .failure(let name, let cause):
            let error = StatesError(name, cause: cause)
            guard !task.token.isEmpty, isEven else {
                return [.taskFailed(task: task.task, error: error, isStartFailure: !task.token.isEmpty || isEven)]
            }
            return inOrder(.failure(error), task, name.hasPrefix("S"))
        }
    }

    /// What leads to the answer of a token task; the answer may come first.
    private static func inOrder(_ answer: TokenAnswer, _ task: TaskDispatch, _ isFirst: Bool) -> [Input] {
        let answered = Input.tokenAnswered(task: task.task, answer: answer)
        if task.resource.kind == .activity { return [.activityStarted(task: task.task, workerName: "w"), answered] }
        let submitted = Input.submitted(task: task.task, output: Payload(["MessageId": "m"]))
        return isFirst ? [answered, submitted] : [submitted, answered]
    }
}
