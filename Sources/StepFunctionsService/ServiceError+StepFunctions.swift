import AWSWire
import ExecutionEngine
import JSONTree

/// The refusals of Step Functions, in AWS's words (observed unless marked).
extension ServiceError {
    static func stateMachineDoesNotExist(_ arn: String) -> ServiceError {
        ServiceError("StateMachineDoesNotExist", "State Machine Does Not Exist: '\(arn)'")
    }

    static func executionDoesNotExist(_ arn: String) -> ServiceError {
        ServiceError("ExecutionDoesNotExist", "Execution Does Not Exist: '\(arn)'")
    }

    static func executionNotRedrivable(_ arn: String, status: ExecutionStatus) -> ServiceError {
        let reason =
            [.running, .succeeded].contains(status)
            ? "Execution is \(status.text) and cannot be redriven" : "Execution history event limit exceeded"
        return ServiceError("ExecutionNotRedrivable", "\(reason): '\(arn)'")
    }

    static func executionAlreadyExists(_ arn: String) -> ServiceError {
        ServiceError("ExecutionAlreadyExists", "Execution Already Exists: '\(arn)'")
    }

    static func stateMachineAlreadyExists(_ arn: String) -> ServiceError {
        ServiceError("StateMachineAlreadyExists", "State Machine Already Exists: '\(arn)'")
    }

    static func invalidARNPrefix(_ text: String) -> ServiceError {
        ServiceError("InvalidArn", "Invalid Arn: 'Invalid ARN prefix: \(text)'")
    }

    static func wrongResourceType(_ type: some StringProtocol) -> ServiceError {
        ServiceError("InvalidArn", "Invalid Arn: 'Resource type not valid in this context: \(type)'")
    }

    static func invalidName(_ name: String) -> ServiceError { ServiceError("InvalidName", "Invalid Name: '\(name)'") }

    static func invalidExecutionInput(_ problem: String) -> ServiceError {
        ServiceError("InvalidExecutionInput", "Invalid State Machine Execution Input: '\(problem)'")
    }

    static func resourceNotFound(_ arn: String) -> ServiceError {
        ServiceError("ResourceNotFound", "Resource not found: '\(arn)'")
    }

    static var typeNotSupported: ServiceError {
        ServiceError("StateMachineTypeNotSupported", "This operation is not supported by this type of state machine")
    }

    static var invalidToken: ServiceError { ServiceError("InvalidToken", "Invalid Token: 'Invalid token'") }

    static var taskTimedOut: ServiceError {
        ServiceError("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'")
    }

    static func unavailable(_ reason: String) -> ServiceError {
        ServiceError("ServiceUnavailable", "The request was not carried out: \(reason).", status: 503)
    }

    /// Words what the engine refused about an execution or a task.
    init(_ failure: EngineFailure, execution: String = "") {
        switch failure {
        case .executionExists: self = .executionAlreadyExists(execution)
        case .executionDoesNotExist: self = .executionDoesNotExist(execution)
        case .notRedrivable(let status): self = .executionNotRedrivable(execution, status: status)
        case .invalidToken: self = .invalidToken
        case .taskOver: self = .taskTimedOut
        case .definitionUnusable(let reason), .unavailable(let reason): self = .unavailable(reason)
        }
    }
}
