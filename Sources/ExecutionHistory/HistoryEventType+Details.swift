extension HistoryEventType {
    /// What reads the details of this type; `nil` for types without any.
    var detailsType: (any HistoryEventDetails.Type)? {
        switch self {
        case .executionStarted: ExecutionStartedDetails.self
        case .executionRedriven: RedriveDetails.self
        case .executionSucceeded, .lambdaFunctionSucceeded, .activitySucceeded: OutputDetails.self
        case .executionFailed, .executionAborted, .executionTimedOut, .lambdaFunctionFailed,
            .lambdaFunctionScheduleFailed,
            .lambdaFunctionStartFailed, .lambdaFunctionTimedOut, .activityFailed, .activityScheduleFailed,
            .activityTimedOut, .mapRunFailed:
            FailureDetails.self
        case .choiceStateEntered, .failStateEntered, .mapStateEntered, .parallelStateEntered, .passStateEntered,
            .succeedStateEntered,
            .taskStateEntered, .waitStateEntered:
            StateEnteredDetails.self
        case .choiceStateExited, .mapStateExited, .parallelStateExited, .passStateExited, .succeedStateExited,
            .taskStateExited,
            .waitStateExited:
            StateExitedDetails.self
        case .lambdaFunctionScheduled: LambdaFunctionScheduledDetails.self
        case .activityScheduled: ActivityScheduledDetails.self
        case .activityStarted: ActivityStartedDetails.self
        case .taskScheduled: TaskScheduledDetails.self
        case .taskStarted: TaskStartedDetails.self
        case .taskSubmitted, .taskSucceeded: TaskOutputDetails.self
        case .taskFailed, .taskStartFailed, .taskSubmitFailed, .taskTimedOut: TaskFailureDetails.self
        case .mapStateStarted: MapStateStartedDetails.self
        case .mapIterationStarted, .mapIterationSucceeded, .mapIterationFailed, .mapIterationAborted:
            MapIterationDetails.self
        case .mapRunStarted: MapRunStartedDetails.self
        case .mapRunRedriven: MapRunRedrivenDetails.self
        case .evaluationFailed: EvaluationFailedDetails.self
        case .lambdaFunctionStarted, .mapStateAborted, .mapStateFailed, .mapStateSucceeded, .parallelStateAborted,
            .parallelStateFailed,
            .parallelStateStarted, .parallelStateSucceeded, .taskStateAborted, .waitStateAborted, .mapRunAborted,
            .mapRunSucceeded:
            nil
        }
    }

    /// The member of the event that holds its details: `stateEnteredEventDetails`, `taskScheduledEventDetails`.
    var detailsMember: String {
        switch detailsType {
        case is StateEnteredDetails.Type: return "stateEnteredEventDetails"
        case is StateExitedDetails.Type: return "stateExitedEventDetails"
        default:
            let name = name
            return name.prefix(1).lowercased() + name.dropFirst() + "EventDetails"
        }
    }
}
