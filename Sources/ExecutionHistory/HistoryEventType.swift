/// The types of history events: all 62 of the Step Functions API.
///
/// Raw values are part of the record format: never changed, never used again.
package enum HistoryEventType: UInt8, Sendable, CaseIterable {
    case activityFailed = 1
    case activityScheduled = 2
    case activityScheduleFailed = 3
    case activityStarted = 4
    case activitySucceeded = 5
    case activityTimedOut = 6
    case choiceStateEntered = 7
    case choiceStateExited = 8
    case executionAborted = 9
    case executionFailed = 10
    case executionStarted = 11
    case executionSucceeded = 12
    case executionTimedOut = 13
    case failStateEntered = 14
    case lambdaFunctionFailed = 15
    case lambdaFunctionScheduled = 16
    case lambdaFunctionScheduleFailed = 17
    case lambdaFunctionStarted = 18
    case lambdaFunctionStartFailed = 19
    case lambdaFunctionSucceeded = 20
    case lambdaFunctionTimedOut = 21
    case mapIterationAborted = 22
    case mapIterationFailed = 23
    case mapIterationStarted = 24
    case mapIterationSucceeded = 25
    case mapStateAborted = 26
    case mapStateEntered = 27
    case mapStateExited = 28
    case mapStateFailed = 29
    case mapStateStarted = 30
    case mapStateSucceeded = 31
    case parallelStateAborted = 32
    case parallelStateEntered = 33
    case parallelStateExited = 34
    case parallelStateFailed = 35
    case parallelStateStarted = 36
    case parallelStateSucceeded = 37
    case passStateEntered = 38
    case passStateExited = 39
    case succeedStateEntered = 40
    case succeedStateExited = 41
    case taskFailed = 42
    case taskScheduled = 43
    case taskStarted = 44
    case taskStartFailed = 45
    case taskStateAborted = 46
    case taskStateEntered = 47
    case taskStateExited = 48
    case taskSubmitFailed = 49
    case taskSubmitted = 50
    case taskSucceeded = 51
    case taskTimedOut = 52
    case waitStateAborted = 53
    case waitStateEntered = 54
    case waitStateExited = 55
    case mapRunAborted = 56
    case mapRunFailed = 57
    case mapRunStarted = 58
    case mapRunSucceeded = 59
    case executionRedriven = 60
    case mapRunRedriven = 61
    case evaluationFailed = 62

    /// The name in the API: `TaskStateEntered`.
    package var name: String { Self.names[Int(rawValue) - 1] }

    /// Whether it ends an execution.
    package var isTerminal: Bool {
        switch self {
        case .executionSucceeded, .executionFailed, .executionAborted, .executionTimedOut: true
        default: false
        }
    }

    /// The names in the order of the raw values.
    private static let names: [String] = [
        "ActivityFailed", "ActivityScheduled", "ActivityScheduleFailed", "ActivityStarted", "ActivitySucceeded",
        "ActivityTimedOut", "ChoiceStateEntered", "ChoiceStateExited", "ExecutionAborted", "ExecutionFailed",
        "ExecutionStarted", "ExecutionSucceeded", "ExecutionTimedOut", "FailStateEntered", "LambdaFunctionFailed",
        "LambdaFunctionScheduled", "LambdaFunctionScheduleFailed", "LambdaFunctionStarted",
        "LambdaFunctionStartFailed", "LambdaFunctionSucceeded", "LambdaFunctionTimedOut", "MapIterationAborted",
        "MapIterationFailed", "MapIterationStarted", "MapIterationSucceeded", "MapStateAborted", "MapStateEntered",
        "MapStateExited", "MapStateFailed", "MapStateStarted", "MapStateSucceeded", "ParallelStateAborted",
        "ParallelStateEntered", "ParallelStateExited", "ParallelStateFailed", "ParallelStateStarted",
        "ParallelStateSucceeded", "PassStateEntered", "PassStateExited", "SucceedStateEntered", "SucceedStateExited",
        "TaskFailed", "TaskScheduled", "TaskStarted", "TaskStartFailed", "TaskStateAborted", "TaskStateEntered",
        "TaskStateExited", "TaskSubmitFailed", "TaskSubmitted", "TaskSucceeded", "TaskTimedOut", "WaitStateAborted",
        "WaitStateEntered", "WaitStateExited", "MapRunAborted", "MapRunFailed", "MapRunStarted", "MapRunSucceeded",
        "ExecutionRedriven", "MapRunRedriven", "EvaluationFailed",
    ]
}
