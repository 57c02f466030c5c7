import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames

/// `StartExecution`: answers when the start is durable. For STANDARD the same name and input give the same answer while it runs.
struct StartExecution: AWSWire.Operation {
    static let name = "StartExecution"
    let reading: StartReading
    let engine: ExecutionEngine

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = try reading.request(input)
        do throws(EngineFailure) {
            let started = try await engine.start(request)
            return OperationOutput([
                "executionArn": .string(started.execution.text), "startDate": started.startedAt.json,
            ])
        } catch {
            let arn = ExecutionARN(stateMachine: request.stateMachine, name: request.name ?? "")
            throw ServiceError(error, execution: arn.text)
        }
    }
}
