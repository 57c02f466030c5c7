import AWSWire
import ExecutionEngine
import Logging
import ResourceNames
import StorageContract

/// Sees machines that are being deleted to their end.
struct StateMachineDeletion: Sendable {
    let catalog: StateMachineCatalog
    let engine: ExecutionEngine
    let logger: Logger

    /// Removes a machine as soon as none of its executions runs; waits for that only when none runs now.
    func begin(_ arn: StateMachineARN) async {
        guard await engine.retire(arn, whenIdle: { [self] in remove(arn) }) else { return }
        await withCheckedContinuation { continuation in remove(arn) { continuation.resume() } }
    }

    /// Takes up what the process before this one had begun.
    func resume() throws(StoreError) {
        for arn in catalog.deleting where try engine.retireAgain(arn, whenIdle: { [self] in remove(arn) }) {
            remove(arn)
        }
    }

    private func remove(_ arn: StateMachineARN, completion: @escaping @Sendable () -> Void = {}) {
        catalog.remove(arn) { [logger] failure in
            if let failure {
                // It stays DELETING; the next start tries again.
                logger.error(
                    "a deleted state machine could not be removed",
                    metadata: ["stateMachine.arn": "\(arn.text)", "reason": "\(failure.message)"])
            }
            completion()
        }
    }
}
