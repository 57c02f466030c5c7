import ResourceNames

/// What the service takes from outside besides its store.
struct Surroundings: Sendable {
    let clock: QueueClock
    let random: @Sendable () -> UInt64

    /// A random UUID.
    func uuid() -> String { UUIDText.version4(high: random(), low: random()) }
}
