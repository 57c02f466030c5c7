/// The kinds of rows this service keeps among the store's resources.
enum ResourceKind {
    /// A queue's record, by `ACCOUNT:REGION:NAME`.
    static let queue = "queue"
    /// The receipt of a send that may be repeated, by `NUMBER/KEY`.
    static let deduplication = "queueDeduplication"
}
