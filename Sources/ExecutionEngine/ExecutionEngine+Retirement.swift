import Logging
import ResourceNames
import StorageContract

/// State machines on their way out.
extension ExecutionEngine {
    /// Says that a machine is to go: its executions end at their next transition.
    ///
    /// - Parameter body: Runs once, as soon as none of them runs any more.
    /// - Returns: `true` when none runs now; then `body` does not run.
    package func retire(_ machine: StateMachineARN, whenIdle body: @escaping @Sendable () -> Void) async -> Bool {
        services.retirements.add(machine, whenIdle: body)
        do throws(StoreError) {
            let running = try await services.store.read { reader throws(StoreError) in
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

    /// The same for a machine that was being deleted when the process before this one ended. For threads that may block.
    package func retireAgain(_ machine: StateMachineARN, whenIdle body: @escaping @Sendable () -> Void)
        throws(StoreError) -> Bool
    {
        services.retirements.add(machine, whenIdle: body)
        let running = try services.store.readNow { reader throws(StoreError) in
            try reader.countExecutions(machine: machine.storedName, status: ExecutionStatus.running.rawValue)
        }
        return running == 0 && services.retirements.take(machine) != nil
    }
}
