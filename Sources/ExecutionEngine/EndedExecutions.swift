import ResourceNames
import StorageContract
import Synchronization

/// Executions that ended a moment ago and whose end is durable: whoever waits for one asks most often right now, and is answered without the store.
///
/// An end is final until the execution is redriven, which takes its entry out; else an entry is at most superfluous: it leaves after a minute, in which retention does not delete it from the store,
/// or when newer ones need the room.
final class EndedExecutions: Sendable {
    /// Entries per generation; two generations are kept.
    private static let countMax = 2_048
    /// Bytes of inputs and outputs per generation.
    private static let bytesMax = 4 << 20
    /// How long an entry answers.
    private static let ageMaxMilliseconds: Int64 = 60_000

    /// A class, so that looking one up takes no copy under the lock.
    private final class Entry: Sendable {
        let description: ExecutionDescription
        let enteredAt: Int64

        init(_ description: ExecutionDescription, enteredAt: Int64) {
            self.description = description
            self.enteredAt = enteredAt
        }
    }

    private struct Generations {
        var young: [ExecutionKey: Entry] = [:]
        var old: [ExecutionKey: Entry] = [:]
        var youngBytes = 0
    }

    private let generations = Mutex(Generations())

    /// Enters an execution whose end is on disk.
    ///
    /// - Parameter now: Monotonic milliseconds.
    func insert(_ description: ExecutionDescription, key: ExecutionKey, at now: Int64) {
        let bytes =
            description.details.input.count + (description.details.output?.count ?? 0)
            + (description.details.cause?.utf8.count ?? 0)
        guard bytes <= Self.bytesMax else { return }
        let entry = Entry(description, enteredAt: now)
        generations.withLock { generations in
            if generations.young.count >= Self.countMax || generations.youngBytes + bytes > Self.bytesMax {
                swap(&generations.old, &generations.young)
                generations.young.removeAll(keepingCapacity: true)
                generations.youngBytes = 0
            }
            generations.young[key] = entry
            generations.youngBytes += bytes
        }
    }

    /// Forgets an execution that runs again.
    func remove(_ key: ExecutionKey) {
        generations.withLock { generations in
            generations.young[key] = nil
            generations.old[key] = nil
        }
    }

    /// The execution under a key, if it is the one of this ARN and ended within the last minute.
    func find(_ execution: ExecutionARN, key: ExecutionKey, at now: Int64) -> ExecutionDescription? {
        let entry = generations.withLock { $0.young[key] ?? $0.old[key] }
        guard let entry, now - entry.enteredAt <= Self.ageMaxMilliseconds, entry.description.execution == execution
        else { return nil }
        return entry.description
    }
}
