/// What SNS allows.
///
/// Source: Amazon SNS developer guide, "Amazon SNS quotas", and the API reference of each action.
enum Limits {
    /// Characters of a topic name, `.fifo` included.
    static let topicNameMax = 256
    /// Characters of a topic's name for people.
    static let displayNameMax = 100
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
    /// How long an endpoint may take to confirm.
    static let confirmationTime: Duration = .seconds(2 * 86_400)
    /// How long an endpoint may take to answer. Source: developer guide, "Amazon SNS message delivery retries".
    static let endpointTimeout: Duration = .seconds(15)
    /// Bytes of an endpoint's answer, which nobody reads.
    static let endpointAnswerBytesMax = 65_536
    /// How often subscriptions that were never confirmed are looked for.
    static let expiryPause: Duration = .seconds(3_600)
    /// Keys of a filter policy.
    static let filterKeysMax = 5
    /// Combinations of values in a filter policy.
    static let filterCombinationsMax = 150
    /// Bytes of a filter policy.
    static let filterBytesMax = 262_144
}
