import JSONTree
import ResourceNames

/// What reaches an execution from outside. Recorded with its advance; folding the recorded inputs again yields the same events, byte for byte.
///
/// `task` is the id of the event that scheduled the task (`LambdaFunctionScheduled`, `TaskScheduled`): it names one attempt and is never used twice.
package enum Input: Sendable {
    /// The first input of every log.
    case started
    /// The advance before reached its budget; go on.
    case proceed
    /// The task's handler answered: for a plain task its result; for `.waitForTaskToken` the integration's own answer (`submitted`).
    case taskSucceeded(task: Int64, output: Payload)
    /// The integration has passed the task on: the handler's word for `.waitForTaskToken` and `.sync`.
    case submitted(task: Int64, output: Payload)
    /// The handler failed, before or after it had started. `isStartFailure`: the integration refused the call outright (`TaskSubmitFailed`, `…ScheduleFailed`).
    case taskFailed(task: Int64, error: StatesError, isStartFailure: Bool)
    /// A timer is due.
    case timerFired(TimerID)
    /// SendTaskHeartbeat.
    case heartbeat(task: Int64)
    /// SendTaskSuccess or SendTaskFailure.
    case tokenAnswered(task: Int64, answer: TokenAnswer)
    /// A worker has taken the task of an activity (GetActivityTask).
    case activityStarted(task: Int64, workerName: String?)
    /// Which activities of the definition do not exist now: told before the input that may lead to one, whenever that has changed.
    case activitiesMissing([String])
    /// The Map Run of a distributed Map state is over. `task`: its `MapRunStarted`; `redrive`: how often it had been redriven.
    case mapRunEnded(task: Int64, redrive: Int, outcome: MapRunOutcome)
    /// StopExecution.
    case stopped(error: String?, cause: String?)
    /// The key its data is sealed under cannot be used: the execution fails. Source: developer guide, "Data at rest encryption".
    case keyLost(cause: String)
    /// The first input of an execution that was forked from another, after the records it shares with that one: where it goes on, as a `ForkPoint`
    /// writes it.
    case forked(point: [UInt8])
    /// RedriveExecution, after the execution has ended badly.
    case redriven
    /// The host started again: timeouts of functions that are dispatched again restart, heartbeats are re-based.
    case recovered
}
