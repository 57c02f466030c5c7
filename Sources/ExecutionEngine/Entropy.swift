import ResourceNames
import Synchronization

/// Where seeds and names come from: the system's randomness, or a fixed seed for runs that must repeat.
package final class Entropy: Sendable {
    private let chance: Mutex<Chance>

    /// Draws its first seed from the system unless one is given.
    package init(seed: UInt64? = nil) {
        var system = SystemRandomNumberGenerator()
        chance = Mutex(Chance(seed: seed ?? system.next()))
    }

    /// A stream of its own: who draws from it, and when, changes nothing for whoever draws from this one.
    package func branch() -> Entropy { Entropy(seed: next()) }

    /// 64 random bits.
    package func next() -> UInt64 { chance.withLock { $0.next() } }

    /// A random UUID, lower case.
    package func uuid() -> String { chance.withLock { $0.uuid() } }
}
