import DequeModule
import ResourceNames
import StorageContract
import Synchronization

/// EXPRESS executions that ended lately, with their events. Nothing of them is on disk; they are there for whoever looks at one or forks it, until newer
/// ones need the room or the process ends.
final class RecentExpress: Sendable {
    /// An execution as it was at its end. A class, so that looking one up takes no copy under the lock.
    final class Entry: Sendable {
        let key: ExecutionKey
        let description: ExecutionDescription
        /// All of its log, as folded.
        let records: [[UInt8]]
        fileprivate let byteCount: Int

        init(_ description: ExecutionDescription, key: ExecutionKey, records: [[UInt8]]) {
            (self.key, self.description, self.records) = (key, description, records)
            let details = description.details
            byteCount = records.reduce(details.input.count + (details.output?.count ?? 0)) { $0 + $1.count }
        }
    }

    /// How many are kept.
    static let countMax = 1_000
    /// Bytes that all of them may have.
    private static let bytesMax = 32 << 20
    /// Bytes of records beyond which an execution is not kept.
    static let recordBytesMax = 4 << 20

    private struct Ring {
        var entries: [ExecutionKey: Entry] = [:]
        /// Oldest first.
        var order: Deque<ExecutionKey> = []
        var byteCount = 0
    }

    private let ring = Mutex(Ring())

    /// Keeps an execution that has ended.
    func insert(_ entry: Entry) {
        ring.withLock { ring in
            // A child of a Map Run that is redriven begins anew under its key.
            if let former = ring.entries.updateValue(entry, forKey: entry.key) {
                ring.byteCount -= former.byteCount
            } else {
                ring.order.append(entry.key)
            }
            ring.byteCount += entry.byteCount
            while ring.order.count > Self.countMax || ring.byteCount > Self.bytesMax,
                let oldest = ring.order.popFirst()
            {
                ring.byteCount -= ring.entries.removeValue(forKey: oldest)?.byteCount ?? 0
            }
        }
    }

    /// The execution of an ARN; `nil` when it is not kept.
    func find(_ execution: ExecutionARN) -> Entry? {
        guard let key = ExecutionKey.ofExpress(execution) else { return nil }
        let entry = ring.withLock { $0.entries[key] }
        return entry?.description.execution == execution ? entry : nil
    }

    /// What is kept of an account in a region, without children of Map Runs.
    func entries(in territory: Territory) -> [Entry] {
        ring.withLock { Array($0.entries.values) }.filter {
            $0.description.execution.stateMachine.territory == territory && $0.description.details.mapRun == nil
        }
    }
}
