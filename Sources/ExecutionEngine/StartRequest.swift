import JSONTree
import ResourceNames
import StorageContract

/// Everything an execution is pinned to at its start.
package struct StartRequest: Sendable {
    /// The machine, unqualified.
    package var stateMachine: StateMachineARN
    /// The name the caller chose; `nil`: the engine makes a time-ordered one.
    package var name: String?
    /// The input, its text as the caller wrote it.
    package var input: Payload
    /// The machine's role at this moment.
    package var roleARN: String
    /// Of the definition text, which must be in the store already.
    package var definitionSHA256: [UInt8]
    /// EXPRESS: not stored as it goes on.
    package var isExpress: Bool
    /// The version it is started with, if any.
    package var stateMachineVersionARN: String?
    /// The alias it is started through, if any.
    package var stateMachineAliasARN: String?
    /// As the caller gave it.
    package var traceHeader: String?
    /// The task that waits for its end.
    package var parent: ParentTask?
    /// Under which key its data lies in the store; `nil`: as it is.
    package var sealing: SealingKey?
    /// What the service wants to find again with the execution; the engine only keeps it.
    package var settings: [UInt8]?

    /// States what must be known.
    package init(
        stateMachine: StateMachineARN, name: String?, input: Payload, roleARN: String, definitionSHA256: [UInt8],
        isExpress: Bool
    ) {
        self.stateMachine = stateMachine
        self.name = name
        self.input = input
        self.roleARN = roleARN
        self.definitionSHA256 = definitionSHA256
        self.isExpress = isExpress
    }
}

/// What a start answers.
package struct StartedExecution: Sendable {
    package var execution: ExecutionARN
    package var startedAt: Timestamp
}

/// How executions stand, as AWS names it; raw values are stored.
package enum ExecutionStatus: UInt8, Sendable, CaseIterable {
    case running = 0
    case succeeded = 1
    case failed = 2
    case timedOut = 3
    case aborted = 4
    case pendingRedrive = 5

    /// `RUNNING`, `SUCCEEDED` …
    package var text: String {
        switch self {
        case .running: "RUNNING"
        case .succeeded: "SUCCEEDED"
        case .failed: "FAILED"
        case .timedOut: "TIMED_OUT"
        case .aborted: "ABORTED"
        case .pendingRedrive: "PENDING_REDRIVE"
        }
    }

    /// Reads AWS's name.
    package init?(text: some StringProtocol) {
        guard let status = Self.allCases.first(where: { $0.text == text }) else { return nil }
        self = status
    }
}

/// What is known of an execution without its history.
package struct ExecutionDescription: Sendable {
    package var execution: ExecutionARN
    /// How it stands.
    package var status: ExecutionStatus
    package var startedAt: Timestamp
    /// When it ended; `nil` while it runs.
    package var stoppedAt: Timestamp?
    package var definitionSHA256: [UInt8]
    /// All else that is known of it.
    package var details: ExecutionDetails
    /// Why the execution is held, when the build in charge does not agree with its log.
    package var heldBecause: String?
}

/// Why the engine did not do what it was asked to; data for the service that words it.
package enum EngineFailure: Error, Sendable, Equatable {
    case executionExists
    case executionDoesNotExist
    /// It cannot be redriven as it stands.
    case notRedrivable(ExecutionStatus)
    /// No execution can be forked from it there, and why.
    case notForkable(String)
    case mapRunDoesNotExist
    /// The Map Run has ended and cannot be changed.
    case mapRunOver
    /// The token is not one of ours.
    case invalidToken
    /// The token's task is over: answered, timed out, or its execution ended.
    case taskOver
    /// As many workers as may wait for tasks of the activity.
    case tooManyWorkers
    /// As many executions run as may; the number.
    case tooManyExecutions(Int)
    /// The token's task is one of an activity that has been deleted.
    case activityDeleted
    /// The definition the execution is pinned to is missing or no longer compiles.
    case definitionUnusable(String)
    /// The key its data is sealed under cannot be used.
    case keyUnusable(KeyFailure)
    /// The store refused; nothing was acknowledged. The caller may try again.
    case unavailable(String)
}
