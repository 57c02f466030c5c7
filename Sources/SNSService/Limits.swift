/// What SNS allows.
///
/// Source: Amazon SNS developer guide, "Amazon SNS quotas", and the API reference of each action.
enum Limits {
    /// Characters of a topic name, `.fifo` included.
    static let topicNameMax = 256
    /// Bytes of a message with its attributes, and of all messages of a batch.
    static let messageBytesMax = 262_144
    /// Characters of a subject.
    static let subjectMax = 100
    /// Entries of a batch.
    static let batchEntriesMax = 10
    /// Topics or subscriptions on a page of a list.
    static let listPage = 100
    /// Tags of a topic.
    static let tagsMax = 50
    /// How long a repeated deduplication id or idempotency key is recognised.
    static let deduplicationWindow: Duration = .seconds(300)
}
