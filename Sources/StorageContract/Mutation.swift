import ResourceNames

/// One write.
package enum Mutation: Sendable {
    /// Adds a record to an execution's log. Conflict unless `firstEventID` is one past the last event of the record before (1 for the first); an empty record (no events) keeps the position.
    /// Sequences rise within an execution, from 1 at the least; one that does not is a conflict too.
    /// An execution whose records had been moved (`ExecutionRetention`) takes them back.
    case appendRecord(execution: ExecutionKey, sequence: Int64, firstEventID: Int64, eventCount: Int, bytes: [UInt8])
    /// Inserts or replaces the row of an execution.
    case putExecution(ExecutionRow)
    /// Inserts the row of a new execution; conflict when its key is taken, by another or by one that was deleted and whose name is kept.
    case insertExecution(ExecutionRow)
    /// Forgets an execution, its records, timers and obligations; its name is free.
    case deleteExecution(ExecutionKey)
    /// Sets the earliest deadline at which the execution wants to be woken, or clears it.
    case setDeadline(execution: ExecutionKey, Timestamp?)
    /// An obligation: something that must happen, kept until the input that answers it.
    case putObligation(execution: ExecutionKey, id: Int64, bytes: [UInt8])
    case deleteObligation(execution: ExecutionKey, id: Int64)
    /// A task that waits for a token.
    case putOpenTask(execution: ExecutionKey, id: Int64)
    /// Conflict when there is none: somebody else answered.
    case deleteOpenTask(execution: ExecutionKey, id: Int64)
    /// Adds an input for an execution whose shard has another owner.
    case addToInbox(shard: Int, execution: ExecutionKey, bytes: [UInt8])
    case deleteFromInbox(shard: Int, id: Int64)
    /// A definition text, kept by content; writing it twice is no conflict.
    case putDefinition(sha256: [UInt8], text: [UInt8])
    /// Inserts or replaces a resource: `kind` names a service's table ("stateMachine", "queue", "topic", "function" …).
    case putResource(kind: String, key: String, bytes: [UInt8])
    /// Conflict when the key exists.
    case insertResource(kind: String, key: String, bytes: [UInt8])
    /// No conflict when there is none.
    case deleteResource(kind: String, key: String)
    /// Deletes every resource of a kind whose key starts so.
    case deleteResources(kind: String, keyPrefix: String)
    /// A queue message, inserted or replaced whole.
    case putMessage(MessageRow)
    /// Changes receive state only. No conflict when the message is gone.
    case updateMessage(
        queue: Int64, id: Int64, visibleAt: Timestamp, receiveCount: Int, generation: Int64, firstReceivedAt: Timestamp?
    )
    case deleteMessage(queue: Int64, id: Int64)
    /// Deletes all messages of a queue.
    case deleteMessages(queue: Int64)
}
