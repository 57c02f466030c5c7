import Synchronization

/// Sees to it that nobody works on a stack twice at once.
final class StackTurns: Sendable {
    /// By the key of a stack that is being worked on: whether there is more to do afterwards.
    private let busy = Mutex<[String: Bool]>([:])

    /// Whether the caller may begin; else whoever is at work looks again when done.
    func begin(_ key: String) -> Bool {
        busy.withLock { busy in
            guard busy[key] != nil else {
                busy[key] = false
                return true
            }
            busy[key] = true
            return false
        }
    }

    /// The caller is done; whether it is to begin again.
    func end(_ key: String) -> Bool {
        busy.withLock { busy in
            guard busy[key] == true else {
                busy[key] = nil
                return false
            }
            busy[key] = false
            return true
        }
    }
}
