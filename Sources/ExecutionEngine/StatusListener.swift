import StorageContract

/// Who is told when the status of a STANDARD execution changes, in the transaction that changes it.
package protocol StatusListener: Sendable {
    /// Whether anybody listens now: one load, asked at each start and end. [shard threads]
    var isListening: Bool { get }
    /// The write that tells of an execution as it now stands. Must not wait. [shard threads]
    func write(for execution: ExecutionDescription) -> PreparedWrite
}

extension ShardLoop {
    /// Adds what tells of a new status to the unit that makes it durable.
    func announceStatus(of execution: LiveExecution, in unit: inout OpenUnit) {
        guard let listener = services.statusListener, listener.isListening, !execution.details.isExpress,
            !execution.isTransient
        else { return }
        unit.effects.append(listener.write(for: execution.description))
    }
}
