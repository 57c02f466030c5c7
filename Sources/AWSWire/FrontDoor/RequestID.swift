import ResourceNames
import Synchronization

/// Ids of requests: the one place of this module that draws chance.
package enum RequestID {
    /// Seeded once: an id must be unlike all others, not a secret, and asking the system each time costs more than the rest of a small request.
    private static let chance = Mutex(Chance(seed: UInt64.random(in: .min ... .max)))

    /// A random UUID.
    package static func random() -> String { chance.withLock { $0.uuid() } }
}
