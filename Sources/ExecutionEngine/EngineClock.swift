import Platform
import ResourceNames

/// Where the engine's time comes from: the machine's clocks, or a test's hand.
package protocol EngineClock: WallClock {
    /// Milliseconds on a clock that neither jumps nor counts the machine's sleep.
    var monotonicMilliseconds: Int64 { get }
    /// Whether time passes by itself. A clock moved by hand calls what `onMove` gave it after each move.
    var runsByItself: Bool { get }
    /// Asks to be told when a clock moved by hand has moved.
    func onMove(_ body: @escaping @Sendable () -> Void)
    /// A clock moved by hand is told that a loop has nothing to do before some instant.
    func rests(loop: Int, _ rest: Rest)
    /// A clock moved by hand is told that a loop that rested is at work.
    func works(loop: Int)
}

extension EngineClock {
    /// Of no interest to most clocks.
    package func rests(loop: Int, _ rest: Rest) {}
    /// Of no interest to most clocks.
    package func works(loop: Int) {}
}

extension SystemClock: EngineClock {
    package var runsByItself: Bool { true }

    package func onMove(_ body: @escaping @Sendable () -> Void) {}
}
