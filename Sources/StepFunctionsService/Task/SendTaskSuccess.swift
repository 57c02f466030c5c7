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
            throw refusal("Output exceeds the maximum of \(limits.payloadBytesMax) bytes", token, context)
        }
        let output: Payload
        do throws(JSONError) { output = try Payload(parsing: Array(text.utf8)) } catch {
            throw refusal(error.words(about: text), token, context)
        }
        do throws(EngineFailure) {
            try await engine.answerTask(token: token, account: context.territory.account, .success(output))
        } catch {
            throw ServiceError(error)
        }
        return OperationOutput()
    }

    /// A wrong token counts before a wrong output. Observed on AWS.
    private func refusal(_ fault: String, _ token: String, _ context: RequestContext) -> ServiceError {
        do throws(EngineFailure) { try engine.check(token: token, account: context.territory.account) } catch {
            return ServiceError(error)
        }
        return ServiceError("InvalidOutput", "Invalid Output: '\(fault)'")
    }
}
