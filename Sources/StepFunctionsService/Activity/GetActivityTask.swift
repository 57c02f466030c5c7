import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames

/// `GetActivityTask`: waits up to 60 seconds for a task; without one the token is null.
struct GetActivityTask: AWSWire.Operation {
    static let name = "GetActivityTask"
    let activities: Activities
    let engine: ExecutionEngine

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let action = StatesInput(input)
        let activity = try activities.get(try action.activity())
        let arn = activity.arn.text
        do throws(EngineFailure) {
            if let key = activity.encryptionConfiguration?["kmsKeyId"]?.stringValue {
                try engine.checkKey(key, for: arn)
            }
            guard let task = try await engine.activityTask(of: arn, workerName: action.text("workerName")) else {
                return OperationOutput(["taskToken": .null])
            }
            return OperationOutput([
                "taskToken": .string(task.token), "input": .string(String(decoding: task.input.bytes, as: UTF8.self)),
            ])
        } catch {
            throw ServiceError(error, execution: arn)
        }
    }
}
