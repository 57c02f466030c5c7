import Logging
import ResourceNames

/// What the service takes from outside besides its store.
struct Surroundings: Sendable {
    /// The wall clock.
    let clock: any WallClock
    /// 64 random bits.
    let random: @Sendable () -> UInt64
    /// Reaches actions of other services.
    let prepare: PrepareAction
    /// Told what could not be delivered.
    let logger: Logger
    /// Told of each message that is published, once that is durable; `nil`: nobody is. [any thread]
    var published: (@Sendable (_ message: PublishedMessage) -> Void)?

    /// A random UUID.
    func uuid() -> String { UUIDText.version4(high: random(), low: random()) }
}
