import ResourceNames

/// What the service takes from outside besides its store.
struct Surroundings: Sendable {
    /// The wall clock.
    let now: @Sendable () -> Timestamp
    /// 64 random bits.
    let random: @Sendable () -> UInt64
    /// Reaches actions of other services.
    let deliver: DeliverAction
    /// Runs work outside the request at hand.
    let later: RunLater

    /// A random UUID.
    func uuid() -> String { UUIDText.version4(high: random(), low: random()) }
}
