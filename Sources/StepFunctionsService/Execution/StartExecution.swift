import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames
import StatesLanguage

/// `StartExecution`: answers when the start is durable. For STANDARD the same name and input give the same answer while it runs.
struct StartExecution: AWSWire.Operation {
    static let name = "StartExecution"
    let catalog: StateMachineCatalog
    let engine: ExecutionEngine

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = try ExecutionInput.request(input, catalog: catalog)
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

/// What the two ways to start an execution read.
enum ExecutionInput {
    /// Bytes of an input, at most. Source: developer guide, "Quotas".
    private static let bytesMax = 262_144

    static func request(_ input: JSON, catalog: StateMachineCatalog) throws(ServiceError) -> StartRequest {
        let action = StatesInput(input)
        let record = try catalog.get(try action.stateMachine())
        if let name = action.text("name") { try ResourceName.check(name) }
        var request = StartRequest(
            stateMachine: record.arn, name: action.text("name"), input: try payload(action.text("input")),
            roleARN: record.roleARN,
            definitionSHA256: record.definitionSHA256, isExpress: record.isExpress)
        request.traceHeader = action.text("traceHeader")
        return request
    }

    private static func payload(_ text: String?) throws(ServiceError) -> Payload {
        guard let text else { return .emptyObject }
        guard !text.isEmpty else { throw .invalidExecutionInput("Invalid execution input.") }
        guard text.utf8.count <= bytesMax else {
            throw ServiceError(
                "ValidationException",
                "1 validation error detected: Value at 'input' failed to satisfy constraint: Member must have length less than or equal to \(bytesMax)"
            )
        }
        do throws(JSONError) { return try Payload(parsing: Array(text.utf8)) } catch {
            throw .invalidExecutionInput(problem(of: text, error))
        }
    }

    /// The complaint in AWS's words where it has some.
    private static func problem(of text: String, _ error: JSONError) -> String {
        JSONComplaint(about: Array(text.utf8))?.message ?? error.message
    }
}
