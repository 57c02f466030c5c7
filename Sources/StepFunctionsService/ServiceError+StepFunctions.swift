import AWSWire
import ExecutionEngine
import JSONTree
import StorageContract

/// The refusals of Step Functions, in AWS's words (observed unless marked).
extension ServiceError {
    /// No machine, version or alias has this ARN.
    static func stateMachineDoesNotExist(_ arn: String) -> ServiceError {
        ServiceError("StateMachineDoesNotExist", "State Machine Does Not Exist: '\(arn)'")
    }

    /// No execution has this ARN.
    static func executionDoesNotExist(_ arn: String) -> ServiceError {
        ServiceError("ExecutionDoesNotExist", "Execution Does Not Exist: '\(arn)'")
    }

    /// An execution that stays as it ended.
    static func executionNotRedrivable(_ arn: String, _ reason: String) -> ServiceError {
        ServiceError("ExecutionNotRedrivable", "\(reason): '\(arn)'")
    }

    /// The same, by the status it has.
    static func executionNotRedrivable(_ arn: String, status: ExecutionStatus) -> ServiceError {
        executionNotRedrivable(
            arn,
            [.running, .succeeded].contains(status)
                ? "Execution is \(status.text) and cannot be redriven" : "Execution history event limit exceeded")
    }

    /// The name is taken by another execution of the machine.
    static func executionAlreadyExists(_ arn: String) -> ServiceError {
        ServiceError("ExecutionAlreadyExists", "Execution Already Exists: '\(arn)'")
    }

    /// The name is taken by another machine.
    static func stateMachineAlreadyExists(_ arn: String) -> ServiceError {
        ServiceError("StateMachineAlreadyExists", "State Machine Already Exists: '\(arn)'")
    }

    /// Not an ARN of Step Functions.
    static func invalidARNPrefix(_ text: String) -> ServiceError {
        ServiceError("InvalidArn", "Invalid Arn: 'Invalid ARN prefix: \(text)'")
    }

    /// An ARN of something else.
    static func wrongResourceType(_ type: some StringProtocol) -> ServiceError {
        ServiceError("InvalidArn", "Invalid Arn: 'Resource type not valid in this context: \(type)'")
    }

    /// A name with characters that names may not have.
    static func invalidName(_ name: String) -> ServiceError { ServiceError("InvalidName", "Invalid Name: '\(name)'") }

    /// An input that is no JSON.
    static func invalidExecutionInput(_ problem: String) -> ServiceError {
        ServiceError("InvalidExecutionInput", "Invalid State Machine Execution Input: '\(problem)'")
    }

    /// Nothing that could carry tags, or no Map Run, has this ARN.
    static func resourceNotFound(_ arn: String) -> ServiceError {
        ServiceError("ResourceNotFound", "Resource not found: '\(arn)'")
    }

    /// An input that breaks a rule.
    static func validation(_ message: String, reason: String? = nil) -> ServiceError {
        ServiceError("ValidationException", message, members: reason.map { [("reason", .string($0))] } ?? [])
    }

    /// An action that does not take the ARN of a Distributed Map state. Source: API reference, `ValidationException`; wording ours.
    static func labeledARN(_ arn: String) -> ServiceError {
        validation(
            "This API does not support labeled state machine ARNs. Received: \(arn)",
            reason: "API_DOES_NOT_SUPPORT_LABELED_ARNS")
    }

    /// An action on a machine as a whole was given a version or an alias. Wording ours.
    static func qualifiedARN(_ arn: String, _ member: String) -> ServiceError {
        validation("The \(member) must not name a version or an alias. Received: \(arn)")
    }

    /// The machine is on its way out. Wording as reported by users of AWS.
    static func stateMachineDeleting(_ arn: String) -> ServiceError {
        ServiceError("StateMachineDeleting", "State Machine is being deleted: '\(arn)'")
    }

    /// No activity has this ARN.
    static func activityDoesNotExist(_ arn: String) -> ServiceError {
        ServiceError("ActivityDoesNotExist", "Activity Does Not Exist: '\(arn)'")
    }

    /// A logging configuration that leads nowhere.
    static func invalidLogging(_ problem: String) -> ServiceError {
        ServiceError("InvalidLoggingConfiguration", "Invalid Logging Configuration: \(problem)")
    }

    /// An encryption configuration that contradicts itself.
    static func invalidEncryption(_ problem: String) -> ServiceError {
        ServiceError("InvalidEncryptionConfiguration", "Invalid Encryption Configuration: \(problem)")
    }

    /// A version or an alias that is not there.
    static var missingReference: ServiceError {
        ServiceError("ResourceNotFound", "Request references a resource that does not exist.")
    }

    /// Source of the status: API reference, `ConflictException`.
    static func conflict(_ message: String) -> ServiceError { ServiceError("ConflictException", message, status: 409) }

    /// Source of the status: API reference, `ServiceQuotaExceededException`.
    static func quotaExceeded(_ message: String) -> ServiceError {
        ServiceError("ServiceQuotaExceededException", message, status: 402)
    }

    /// STANDARD machines do not do this, or EXPRESS ones.
    static var typeNotSupported: ServiceError {
        ServiceError("StateMachineTypeNotSupported", "This operation is not supported by this type of state machine")
    }

    /// A task token or page token that is not ours.
    static var invalidToken: ServiceError { ServiceError("InvalidToken", "Invalid Token: 'Invalid token'") }

    /// The token's task is over.
    static var taskTimedOut: ServiceError {
        ServiceError("TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'")
    }

    /// The key of a machine or an activity cannot be used. Source: API reference, the `Kms…` exceptions; wording ours.
    static func key(_ failure: KeyFailure) -> ServiceError {
        switch failure {
        case .unusable(_, let state):
            ServiceError(
                "KmsInvalidStateException", failure.message, members: [("kmsKeyState", .string(state.rawValue))])
        // "The KMS key is not in valid state, for example: Disabled or Deleted."
        case .notFound: ServiceError("KmsInvalidStateException", failure.message)
        case .denied: ServiceError("KmsAccessDeniedException", failure.message)
        case .damaged: .unavailable(failure.message)
        }
    }

    /// The store or the engine could not; nothing was done.
    static func unavailable(_ reason: String) -> ServiceError {
        ServiceError("ServiceUnavailable", "The request was not carried out: \(reason).", status: 503)
    }

    /// Words what the engine refused about an execution or a task.
    init(_ failure: EngineFailure, execution: String = "") {
        switch failure {
        case .executionExists: self = .executionAlreadyExists(execution)
        case .executionDoesNotExist: self = .executionDoesNotExist(execution)
        case .notRedrivable(let status): self = .executionNotRedrivable(execution, status: status)
        case .notForkable(let reason):
            self = .validation("The execution cannot be forked there: '\(execution)'. \(reason).")
        case .invalidToken: self = .invalidToken
        case .taskOver: self = .taskTimedOut
        case .mapRunDoesNotExist: self = .resourceNotFound(execution)
        case .mapRunOver:
            self = .validation(
                "The Map Run has ended and cannot be updated: '\(execution)'",
                reason: "CANNOT_UPDATE_COMPLETED_MAP_RUN")
        case .tooManyWorkers:
            self = ServiceError("ActivityWorkerLimitExceeded", "Activity Worker Limit Exceeded: '\(execution)'")
        case .tooManyExecutions(let limit):
            self = ServiceError("ExecutionLimitExceeded", "Execution Limit Exceeded: '\(limit)'")
        case .activityDeleted:
            self = ServiceError("TaskDoesNotExist", "Task Does Not Exist: 'The activity does not exist'")
        case .keyUnusable(let failure): self = .key(failure)
        case .definitionUnusable(let reason), .unavailable(let reason): self = .unavailable(reason)
        }
    }
}
