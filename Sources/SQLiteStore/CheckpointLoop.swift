import StorageContract

/// A checkpointer and its connection, on their way to the thread that will use them.
///
/// `@unchecked Sendable`: made on one thread, used by one other.
final class CheckpointLoop: @unchecked Sendable {
    private let checkpointer: Checkpointer
    private let connection: Connection

    init(_ checkpointer: Checkpointer, path: String, isDurable: Bool) throws(StoreError) {
        self.checkpointer = checkpointer
        connection = try Connection(path: path)
        try connection.prepareForCheckpoints(isDurable: isDurable)
    }

    /// Works until the checkpointer is closed.
    func run() { checkpointer.run(on: connection) }
}
