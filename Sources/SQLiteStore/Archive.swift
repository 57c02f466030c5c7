import ResourceNames
import StorageContract
import Synchronization

/// Moves, shrinks and deletes finished histories. Its steps run one at a time, on a thread of its own.
///
/// Records are copied to the file of their day and synced there before they leave the database, in one transaction with the note that says where they
/// are now. So wherever a process ends, readers find every record once: in the database before that transaction, in the file after it.
final class Archive: Sendable {
    /// What is remembered between steps; all of it can be found out again.
    private struct Memory {
        /// Segments that cannot be used, until the next start: the others go on.
        var damaged: Set<Segment> = []
        /// Segments known to hold compacted records only.
        var compacted: Set<Segment> = []
    }

    let segments: SegmentFolder
    let queue: WriteQueue
    let readers: ReaderPool
    private let jobs = JobQueue()
    private let memory = Mutex(Memory())
    /// Set when whoever waits for the step at hand wants it to end.
    private let isCancelled = Atomic(false)

    init(segments: SegmentFolder, queue: WriteQueue, readers: ReaderPool) {
        self.segments = segments
        self.queue = queue
        self.readers = readers
    }

    /// Does steps until closed. [archive thread]
    func run() { jobs.run() }

    /// Takes no further steps. A long one ends early; what it has done stays.
    func close() { jobs.close() }

    /// Has a step done and waits for it. When the waiting task is cancelled, a long step ends early with `closed`.
    func perform<Answer: Sendable>(
        _ step: @escaping @Sendable (Archive) throws(StoreError) -> Answer
    ) async throws(StoreError) -> Answer {
        let result: Result<Answer, StoreError> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isTaken = jobs.add { [self] in
                    isCancelled.store(false, ordering: .relaxed)
                    continuation.resume(returning: outcome(of: step))
                }
                if !isTaken { continuation.resume(returning: .failure(.closed)) }
            }
        } onCancel: {
            isCancelled.store(true, ordering: .relaxed)
        }
        return try result.get()
    }

    private func outcome<Answer>(of step: (Archive) throws(StoreError) -> Answer) -> Result<Answer, StoreError> {
        do throws(StoreError) { return .success(try step(self)) } catch { return .failure(error) }
    }

    /// Runs a body in a write transaction of its own and waits until it is durable.
    func write<Answer: Sendable>(
        _ body: @escaping @Sendable (WriteBatch) throws(StoreError) -> Answer
    ) throws(StoreError) -> Answer {
        let answer = Mutex<Answer?>(nil)
        let failure = queue.perform { batch throws(StoreError) in
            let found = try body(batch)
            answer.withLock { $0 = found }
        }
        if let failure { throw failure }
        guard let answer = answer.withLock({ $0 }) else { throw .closed }
        return answer
    }

    /// Ends a long step when the store is being closed, or nobody waits any more.
    func checkOpen() throws(StoreError) {
        if jobs.isClosed || isCancelled.load(ordering: .relaxed) { throw .closed }
    }

    /// Whether a segment is to be left alone.
    func isDamaged(_ segment: Segment) -> Bool { memory.withLock { $0.damaged.contains(segment) } }

    /// Whether a segment is known to be compacted.
    func isCompacted(_ segment: Segment) -> Bool { memory.withLock { $0.compacted.contains(segment) } }

    /// Notes that a segment is compacted, or that it is no longer.
    func note(_ segment: Segment, isCompacted: Bool) {
        memory.withLock { memory in
            if isCompacted { memory.compacted.insert(segment) } else { memory.compacted.remove(segment) }
        }
    }

    /// Uses a segment. One that fails is left alone from then on, so that the steps to come reach the others; what passes is tried again.
    func using<Answer>(
        _ segment: Segment, _ body: () throws(StoreError) -> Answer
    ) throws(StoreError) -> Answer {
        do throws(StoreError) { return try body() } catch {
            if ![.closed, .full, .locked].contains(error.code) { memory.withLock { _ = $0.damaged.insert(segment) } }
            throw error
        }
    }

    /// Forgets a segment that is gone.
    func forget(_ segment: Segment) {
        memory.withLock { memory in
            memory.damaged.remove(segment)
            memory.compacted.remove(segment)
        }
    }
}
