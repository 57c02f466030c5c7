/// What KMS allows. Source: AWS KMS developer guide, "Resource quotas"; API reference of the actions.
enum Limits {
    /// Bytes that `Encrypt` takes.
    static let plaintextBytes = 1...4_096
    /// Bytes of a data key, or of random bytes, that may be asked for.
    static let generatedBytes = 1...1_024
    /// Days a key waits for its deletion.
    static let pendingDays = 7...30
    /// Days it waits when nobody says how many.
    static let pendingDaysDefault = 30
    /// Tags of a key.
    static let tagsMax = 50
    /// Entries of a list when nobody says how many: of keys, policies and aliases.
    static let listPage = 100
    /// The same of tags.
    static let tagsPage = 50
    /// Bytes of a policy.
    static let policyBytesMax = 32_768
    /// How often keys that are due are looked for.
    static let expiryPause: Duration = .seconds(3_600)
}
