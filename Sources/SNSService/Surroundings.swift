import ResourceNames

/// What the service takes from outside besides its store.
struct Surroundings: Sendable {
    let now: @Sendable () -> Timestamp
    let random: @Sendable () -> UInt64
    let deliver: DeliverAction
    let later: RunLater

    /// A random UUID.
    func uuid() -> String { UUIDText.version4(high: random(), low: random()) }
}
