import StorageContract

/// The one thread that writes: takes what waits, commits it in one transaction with one sync, reports.
///
/// After a failed commit nothing in memory is trusted and no sync is tried again: the connection is closed, and opened
/// anew for the next batch.
final class Writer {
    private let path: String
    private let segments: SegmentFolder
    private let options: SQLiteStoreOptions
    private let queue: WriteQueue
    private let turn: Turn
    private let checkpointer: Checkpointer
    private var batch: WriteBatch?

    init(
        path: String, segments: SegmentFolder, options: SQLiteStoreOptions, queue: WriteQueue, turn: Turn,
        checkpointer: Checkpointer
    ) {
        self.path = path
        self.segments = segments
        self.options = options
        self.queue = queue
        self.turn = turn
        self.checkpointer = checkpointer
    }

    /// Works until the queue is closed and empty.
    func run() {
        while let items = queue.takeAll() {
            var rest = items[...]
            while let first = rest.first {
                if case .task(let task) = first {
                    task.completion(transact(task.run))
                    rest = rest.dropFirst()
                } else {
                    let end = endOfBatch(rest)
                    write(rest[..<end])
                    rest = rest[end...]
                }
            }
        }
    }

    /// A batch ends at a task, and where the next submission would make it too large.
    private func endOfBatch(_ items: ArraySlice<WriteQueue.Item>) -> Int {
        var units = 0
        for (index, item) in zip(items.indices, items) {
            guard case .submission(let submission) = item else { return index }
            units += submission.units.count
            if index > items.startIndex, units > Limits.unitsPerBatch { return index }
        }
        return items.endIndex
    }

    private func write(_ items: ArraySlice<WriteQueue.Item>) {
        var results: [[UnitResult]] = []
        results.reserveCapacity(items.count)
        let failure = transact { batch throws(StoreError) in
            for case .submission(let submission) in items {
                var answers: [UnitResult] = []
                answers.reserveCapacity(submission.units.count)
                for unit in submission.units { answers.append(try batch.add(unit)) }
                results.append(answers)
            }
        }
        var index = 0
        for case .submission(let submission) in items {
            submission.completion(
                failure.map { Array(repeating: .failed($0), count: submission.units.count) } ?? results[index])
            index += 1
        }
    }

    /// Runs the body and what it left in the batch as one transaction; durable when this returns `nil`.
    private func transact(_ body: (WriteBatch) throws(StoreError) -> Void) -> StoreError? {
        turn.take {
            do throws(StoreError) {
                let batch = try openBatch()
                let connection = batch.connection
                try connection.statement(.beginWriting).run()
                try body(batch)
                try batch.flush()
                try connection.statement(.commit).run()
                checkpointer.logHas(bytes: connection.logBytes)
                return nil
            } catch {
                batch?.connection.rollBack()
                batch = nil
                return error
            }
        }
    }

    private func openBatch() throws(StoreError) -> WriteBatch {
        if let batch { return batch }
        let connection = try Connection(path: path)
        try connection.prepareForWriting(isDurable: options.isDurable, pagesMax: options.pagesMax)
        try Schema.prepare(connection, path: path)
        let opened = try WriteBatch(connection: connection, segments: segments)
        batch = opened
        return opened
    }
}
