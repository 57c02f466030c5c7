import ResourceNames

/// What the service takes from outside besides its store.
struct Surroundings: Sendable {
    /// Time and timers.
    let clock: any TimerClock
    /// 64 random bits.
    let random: @Sendable () -> UInt64

    /// A random UUID.
    func uuid() -> String { UUIDText.version4(high: random(), low: random()) }
}
