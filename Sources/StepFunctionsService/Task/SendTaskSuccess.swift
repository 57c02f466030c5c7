import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames
import StatesInterpreter

/// `SendTaskSuccess`: answers when the answer is durable; a second one is refused.
struct SendTaskSuccess: AWSWire.Operation {
    static let name = "SendTaskSuccess"
    let engine: ExecutionEngine
    let limits: Limits

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let action = StatesInput(input)
        let token = try action.required("taskToken")
        let text = try action.required("output")
        guard text.utf8.count <= limits.payloadBytesMax else {
            throw ServiceError(
                "InvalidOutput", "Invalid Output: 'Output exceeds the maximum of \(limits.payloadBytesMax) bytes'")
        }
        let output: Payload
        do throws(JSONError) { output = try Payload(parsing: Array(text.utf8)) } catch {
            throw ServiceError("InvalidOutput", "Invalid Output: '\(error.message)'")
        }
        do throws(EngineFailure) {
            try await engine.answerTask(token: token, account: context.territory.account, .success(output))
        } catch {
            throw ServiceError(error)
        }
        return OperationOutput()
    }
}
