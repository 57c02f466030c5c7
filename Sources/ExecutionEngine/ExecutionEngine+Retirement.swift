import Logging
import ResourceNames
import StorageContract

/// State machines on their way out.
extension ExecutionEngine {
    /// Says that a machine is to go: its executions end at their next transition.
    ///
    /// - Parameter body: Runs once, as soon as none of them runs any more.
    /// - Returns: `true` when none runs now; then `body` does not run.
    package func retire(_ machine: StateMachineARN, whenIdle body: @escaping @Sendable () -> Void) -> Bool {
        services.retirements.add(machine, whenIdle: body)
        do throws(StoreError) {
            let running = try services.store.readNow { reader throws(StoreError) in
                try reader.countExecutions(machine: machine.storedName, status: ExecutionStatus.running.rawValue)
            }
            // Whoever takes it out first has the last word.
            return running == 0 && services.retirements.take(machine) != nil
        } catch {
            services.logger.error(
                "the executions of a deleted machine could not be counted",
                metadata: ["stateMachine.arn": "\(machine.text)", "reason": "\(error.message)"])
            return false
        }
    }
}
