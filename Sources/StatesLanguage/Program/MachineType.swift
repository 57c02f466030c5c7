/// The type of a state machine: what `type` of CreateStateMachine says.
package enum MachineType: String, Sendable {
    /// Runs up to a year, each step recorded.
    case standard = "STANDARD"
    /// Runs up to five minutes; no activities, no `.sync`, no task tokens.
    case express = "EXPRESS"
}
