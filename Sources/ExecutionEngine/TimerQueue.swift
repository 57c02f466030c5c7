import ResourceNames
import StatesInterpreter
import StorageContract

/// Which timer of which execution. Without an id it means: fold this execution and see what is due.
struct TimerEntry {
    /// In milliseconds of the queue's clock.
    var deadline: Int64
    /// The execution.
    var key: ExecutionKey
    /// Which of its timers.
    var timer: TimerID?
}

/// A binary heap of deadlines in milliseconds, earliest first; equal deadlines in the order in which they were set.
///
/// Cancelled timers stay until they fire: whoever takes one compares its deadline with the one the execution is armed with.
struct TimerQueue {
    private var heap: [(entry: TimerEntry, order: UInt64)] = []
    private var nextOrder: UInt64 = 0

    /// The earliest deadline.
    var first: Int64? { heap.first?.entry.deadline }

    /// All timers, in no order.
    var entries: [TimerEntry] { heap.map(\.entry) }

    /// Sets a timer.
    mutating func insert(_ entry: TimerEntry) {
        heap.append((entry, nextOrder))
        nextOrder += 1
        var child = heap.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard isBefore(child, parent) else { break }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    /// Takes the earliest timer if it is due.
    mutating func popDue(at now: Int64) -> TimerEntry? {
        guard let first = heap.first?.entry, first.deadline <= now else { return nil }
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && isBefore(child, least) {
                least = child
            }
            guard least != parent else { return first }
            heap.swapAt(least, parent)
            parent = least
        }
    }

    private func isBefore(_ one: Int, _ other: Int) -> Bool {
        let (a, b) = (heap[one], heap[other])
        return (a.entry.deadline, a.order) < (b.entry.deadline, b.order)
    }
}
