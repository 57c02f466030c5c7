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

    /// One entry of the queue.
    enum Item: Sendable {
        case submission(Submission)
        case task(Task)
    }

    private struct State {
        var items: [Item] = []
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

    /// Waits for entries and takes all there are; never a part, which would have to be copied.
    ///
    /// - Returns: `nil` once the queue is closed and empty.
    func takeAll() -> [Item]? {
        state.wait { state -> [Item]?? in
            guard state.items.isEmpty else {
                defer { state.items = [] }
                return .some(state.items)
            }
            return state.isClosed ? .some(nil) : nil
        }
    }
}
