/// A timer of an execution; equal over replay.
package enum TimerID: Sendable, Hashable {
    /// `TimeoutSeconds` of the machine.
    case execution
    /// A Wait state, by the id of its `WaitStateEntered` event.
    case wait(Int64)
    /// The pause before a retry, by the id of the failure event.
    case retry(Int64)
    /// `TimeoutSeconds` of a task, by the id of its scheduling event.
    case taskTimeout(Int64)
    /// `HeartbeatSeconds` of a task; restarted by each heartbeat.
    case heartbeat(Int64)
}
