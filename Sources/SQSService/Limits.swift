/// What SQS allows.
///
/// Source: Amazon SQS developer guide, "Quotas", and the API reference of each action.
enum Limits {
    /// Characters of a queue name, `.fifo` included.
    static let queueNameMax = 80
    /// Bytes of a message with its attributes, and of all messages of a batch.
    static let messageBytesMax = 1_048_576
    /// Entries of a batch.
    static let batchEntriesMax = 10
    /// Messages of one receive.
    static let receiveMax = 10
    /// Characters of a batch entry id.
    static let batchEntryIDMax = 80
    /// Attributes of a message.
    static let messageAttributesMax = 10
    /// Seconds: twelve hours.
    static let visibilityTimeoutMax = 43_200
    /// Seconds: fifteen minutes.
    static let delayMax = 900
    /// Seconds of a long poll.
    static let waitMax = 20
    /// Queues on a page of a list.
    static let listPageMax = 1_000
    /// Tags of a queue.
    static let tagsMax = 50
    /// How long a repeated deduplication id or idempotency key is recognised.
    static let deduplicationWindow: Duration = .seconds(300)
    /// Messages of a queue in flight.
    static let inFlightMax = 120_000
    /// Bytes of message contents a queue keeps in memory; what exceeds them is read back when it is received.
    static let heldBytesMax = 32 * 1_048_576
    /// Rows deleted at once when a queue is purged.
    static let purgePage = 1_000
    /// Messages read at once when a queue is loaded.
    static let loadPage = 500
    /// Statements of a queue's policy.
    static let statementsMax = 20
    /// Messages a second that a move task may be held to.
    static let moveRateMax = 500
    /// Move tasks of a queue that are told about.
    static let movesKept = 10
}
