import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames

/// Starts an execution that shares the history of another one up to a state, and goes on from there with other data. The console's; AWS has no such
/// action.
package struct ExecutionFork: Sendable {
    /// Knows the machines, and reads inputs.
    let reading: StartReading
    let engine: ExecutionEngine

    /// Forks an execution.
    ///
    /// - Parameters:
    ///   - event: The id of the event that entered the state.
    ///   - input: The state's input; `nil` for the one it had.
    ///   - name: The name of the new execution; `nil` for one that is made.
    package func run(_ execution: ExecutionARN, at event: Int64, input: String?, name: String?)
        async throws(ServiceError) -> ExecutionARN
    {
        let machine = execution.stateMachine.unlabeled
        let target = try reading.catalog.target(.machine(machine), chance: { 0 })
        guard !target.record.isDeleting else { throw .stateMachineDeleting(machine.text) }
        if let name { try ResourceName.check(name) }
        var data: Payload?
        if let input { data = try reading.payload(input) }
        do throws(EngineFailure) {
            return try await engine.fork(execution, at: event, input: data, name: name).execution
        } catch {
            throw ServiceError(error, execution: execution.text)
        }
    }
}
