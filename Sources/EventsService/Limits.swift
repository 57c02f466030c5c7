/// Bounds of the service. Source: EventBridge user guide, "Amazon EventBridge quotas", and the API reference.
enum Limits {
    /// Entries of one `PutEvents`.
    static let entriesMax = 10
    /// Bytes of all entries of one `PutEvents`, counted as the user guide says under "Calculating PutEvents event entry size".
    static let entryBytesMax = 256 * 1_024
    /// Targets of a rule.
    static let targetsMax = 5
    /// Rules of a bus.
    static let rulesMax = 300
    /// Bytes of a bus's policy.
    static let policyBytesMax = 10_240
    /// Buses of an account in a region, the default one aside.
    static let busesMax = 100
    /// Tags of a resource.
    static let tagsMax = 50
    /// Entries of a page, and what `Limit` may ask for at most.
    static let listPage = 100
    /// How often a delivery is tried again, unless a target says otherwise.
    static let retriesMax = 185
    /// How old an event may be when it is tried again, in seconds, unless a target says otherwise.
    static let ageSecondsMax = 86_400
    /// How often an event is passed on from bus to bus.
    static let hopsMax = 1
    /// The longest pause before a delivery is tried again, in seconds.
    static let pauseSecondsMax = 600
    /// Nesting of a detail; the event around it must still be readable.
    static let detailDepthMax = 900
}
