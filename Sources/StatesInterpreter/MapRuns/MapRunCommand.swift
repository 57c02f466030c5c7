import ResourceNames

/// What a Map Run wants done, after the record that asks for it is durable. Its log is the obligation: whoever folds it sees what is under way.
package enum MapRunCommand: Sendable {
    /// Find the items; answered by `itemsFound` or `itemsFailed`.
    case findItems
    /// Start a child; starting it again is the same child. `attempt` > 0: run it again, as the so-many-th redrive wants.
    case startChild(ordinal: Int, attempt: Int)
    /// Stop a child that runs; it ends as usual.
    case abortChild(ordinal: Int, attempt: Int)
    /// Write the results; answered by `resultsWritten` or `resultsFailed`.
    case writeResults
    /// The Map Run has ended; always the last command.
    case end(MapRunEnd)
}
