import AWSWire
import ExecutionEngine
import HandlerContract
import JSONTree
import ResourceNames

/// `StartExecution`: answers when the start is durable. For STANDARD the same name and input give the same answer while it runs.
///
/// A task that starts an execution has it prepared: the start is committed with the task's own transition.
struct StartExecution: PreparableOperation {
    static let name = "StartExecution"
    let reading: StartReading
    let engine: ExecutionEngine

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = try reading.request(input, in: context)
        do throws(EngineFailure) {
            return Self.output(try await engine.start(request))
        } catch {
            throw Self.refusal(error, of: request)
        }
    }

    func prepare(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> (
        output: OperationOutput, effects: [any PreparedEffect]
    ) {
        var request = try reading.request(input, in: context)
        request.parent = ParentTask(context.awaitedBy)
        do throws(EngineFailure) {
            let (started, write) = try await engine.prepareStart(request)
            return (Self.output(started), write.map { [$0] } ?? [])
        } catch {
            throw Self.refusal(error, of: request)
        }
    }

    private static func output(_ started: StartedExecution) -> OperationOutput {
        OperationOutput(["executionArn": .string(started.execution.text), "startDate": started.startedAt.json])
    }

    private static func refusal(_ failure: EngineFailure, of request: StartRequest) -> ServiceError {
        let arn = ExecutionARN(stateMachine: request.stateMachine, name: request.name ?? "")
        return ServiceError(failure, execution: arn.text)
    }
}
