import StorageContract

/// What waits for the writer thread, in order.
final class WriteQueue: Sendable {
    /// Units of one call of `commit`.
    struct Submission: Sendable {
        let units: [WriteUnit]
        let completion: @Sendable ([UnitResult]) -> Void
    }

    /// Work that has a transaction for itself.
    struct Task: Sendable {
        let run: @Sendable (WriteBatch) throws(StoreError) -> Void
        let completion: @Sendable (StoreError?) -> Void
    }

    /// What the writer does in one transaction.
    enum Work: Sendable {
        case batch(ArraySlice<Item>)
        case task(Task)
    }

    /// One entry of the queue.
    enum Item: Sendable {
        case submission(Submission)
        case task(Task)
    }

    fileprivate struct State {
        var items: [Item] = []
        var taken = 0
        var isClosed = false
    }

    private let state = Monitor(State())

    /// Adds an entry.
    ///
    /// - Returns: `false` when the queue is closed; then nothing was added.
    func add(_ item: Item) -> Bool {
        state.update { state in
            if !state.isClosed { state.items.append(item) }
            return !state.isClosed
        }
    }

    /// Has a body run in a transaction of its own and waits until it is durable. For threads that may block.
    ///
    /// - Returns: What failed, or `nil`.
    func perform(_ body: @escaping @Sendable (WriteBatch) throws(StoreError) -> Void) -> StoreError? {
        let outcome = Monitor<StoreError??>(nil)
        guard add(.task(Task(run: body) { failure in outcome.update { $0 = .some(failure) } })) else { return .closed }
        return outcome.wait { $0 }
    }

    /// Takes no further entries; the writer gets those that are there.
    func close() { state.update { $0.isClosed = true } }

    /// Waits for work. A batch ends at a task, and where the next submission would make it too large.
    ///
    /// - Returns: `nil` once the queue is closed and empty.
    func next() -> Work? {
        state.wait { state -> Work?? in
            guard state.taken < state.items.count else { return state.isClosed ? .some(nil) : nil }
            return .some(state.takeWork())
        }
    }
}

extension WriteQueue.State {
    fileprivate mutating func takeWork() -> WriteQueue.Work {
        defer { if taken == items.count { (items, taken) = ([], 0) } }
        if case .task(let task) = items[taken] {
            taken += 1
            return .task(task)
        }
        let start = taken
        var units = 0
        while taken < items.count, case .submission(let submission) = items[taken] {
            units += submission.units.count
            if taken > start, units > Limits.unitsPerBatch { break }
            taken += 1
        }
        return .batch(items[start..<taken])
    }
}
