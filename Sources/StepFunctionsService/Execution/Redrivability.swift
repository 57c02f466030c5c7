import AWSWire
import ExecutionEngine
import ExecutionHistory
import ResourceNames
import StorageContract

/// Whether an execution may be redriven.
///
/// Source: API reference, DescribeExecution, `redriveStatusReason`.
struct Redrivability: Sendable {
    /// Tells whether the machine is being deleted.
    let catalog: StateMachineCatalog
    /// Tells how long the history is.
    let engine: ExecutionEngine
    /// Tells how long ago the execution ended.
    let clock: any WallClock
    /// Tell what is too long.
    let limits: Limits

    /// What stands in the way, in AWS's words; `nil`: nothing.
    func obstacle(to execution: ExecutionDescription) async throws(ServiceError) -> String? {
        switch execution.status {
        case .running, .succeeded, .pendingRedrive:
            return "Execution is \(execution.status.text) and cannot be redriven"
        case .failed, .timedOut, .aborted: break
        }
        // Wording ours: descriptions have a status of its own for it.
        guard execution.details.mapRun == nil else { return "Execution can only be redriven by its Map Run" }
        guard let machine = catalog.find(execution.execution.stateMachine), !machine.isDeleting else {
            return "State machine is in DELETING status"
        }
        let stoppedAt = execution.stoppedAt ?? execution.startedAt
        if clock.now > stoppedAt + limits.redrivePeriod { return "Execution redrivable period exceeded" }
        if stoppedAt > execution.startedAt + limits.openPeriodMax {
            return "Execution has exceeded the max execution time"
        }
        guard try await lastEventID(of: execution.execution) < limits.redrivableEventsMax else {
            return "Execution history event limit exceeded"
        }
        return nil
    }

    private func lastEventID(of execution: ExecutionARN) async throws(ServiceError) -> Int64 {
        do throws(EngineFailure) {
            return try await engine.lastEventID(of: execution)
        } catch {
            throw ServiceError(error, execution: execution.text)
        }
    }
}
