/// The kinds of rows this service keeps among the store's resources.
enum ResourceKind {
    /// A topic, by `ACCOUNT:REGION:NAME`.
    static let topic = "topic"
    /// A subscription, by its ARN.
    static let subscription = "subscription"
    /// The key that signs messages, with its certificate.
    static let signer = "topicSigner"
    /// The answer of a publish that may be repeated, by `TOPIC ARN/KEY`.
    static let deduplication = "topicDeduplication"
}
