/// What CloudWatch Logs allows.
///
/// Source: CloudWatch Logs user guide, "CloudWatch Logs quotas"; API reference, `PutLogEvents`.
enum Limits {
    /// Events of one batch.
    static let batchEventsMax = 10_000
    /// Bytes of one batch, each event counted with 26 more than its message has.
    static let batchBytesMax = 1_048_576
    /// What each event counts beside its message.
    static let eventOverhead = 26
    /// How far apart events of a batch may lie.
    static let batchSpan: Duration = .seconds(24 * 3_600)
    /// How old an event may be.
    static let ageMax: Duration = .seconds(14 * 24 * 3_600)
    /// How far ahead of the clock an event may be.
    static let leadMax: Duration = .seconds(2 * 3_600)
    /// Events of one answer.
    static let pageEventsMax = 10_000
    /// Bytes of one answer.
    static let pageBytesMax = 1_048_576
    /// Events one `FilterLogEvents` looks at before it answers with what it has.
    static let scannedMax = 100_000
    /// Entries of a list of groups or streams.
    static let listPage = 50
    /// Entries of a list of groups by name alone, where so many are asked for. Source: API reference, `ListLogGroups`.
    static let groupsPage = 1_000
    /// Resource policies of an account in a region.
    static let policiesMax = 10
    /// Tags of a group.
    static let tagsMax = 50
    /// Days a group may keep its events.
    static let retentionDays: Set<Int> = [
        1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1_096, 1_827, 2_192, 2_557, 2_922, 3_288, 3_653,
    ]
    /// Instructions of a compiled expression of a pattern: matching takes time in proportion to it.
    static let expressionInstructionsMax = 10_000
    /// Subscription filters of a group.
    static let filtersMax = 2
    /// Batches of events that wait for their functions; what comes beyond is lost.
    static let filterBatchesMax = 1_000
    /// How often a function is called for a batch before that is lost.
    static let filterAttempts = 3
    /// Events of one message of a live tail. Source: API reference, `LiveTailSessionMetadata`.
    static let tailEventsMax = 500
    /// Live tails at once.
    static let tailsMax = 15
    /// How often a live tail tells what came.
    static let tailPause: Duration = .seconds(1)
    /// How long a live tail may last.
    static let tailTime: Duration = .seconds(3 * 3_600)
    /// Events that wait in memory for being written; what comes beyond is lost.
    static let queuedEventsMax = 100_000
    /// Bytes of messages that wait in memory.
    static let queuedBytesMax = 64 * 1_048_576
    /// Bytes of messages that a group keeps which a function's lines made: the oldest go. AWS keeps, and bills, all of them.
    static let madeGroupBytesMax: Int64 = 256 << 20
    /// Bytes written to such a group between two looks at what it has.
    static let trimStep: Int64 = 8 << 20
    /// Rows deleted in one transaction.
    static let expiryPage = 1_000
    /// How often what is too old is looked for.
    static let expiryPause: Duration = .seconds(3_600)
}
