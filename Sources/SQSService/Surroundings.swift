import ResourceNames

/// What the service takes from outside besides its store.
struct Surroundings: Sendable {
    /// Time and timers.
    let clock: any TimerClock
    /// 64 random bits.
    let random: @Sendable () -> UInt64
    /// Told that queues or their messages have changed. [any thread] It must do next to nothing.
    let changed: @Sendable () -> Void

    /// A random UUID.
    func uuid() -> String { UUIDText.version4(high: random(), low: random()) }
}
