import Dispatch
import Synchronization

/// Threads for work that blocks (files, long digests), so that nobody who serves requests waits for a disk.
package final class BlockingWork: Sendable {
    private let queues: [DispatchQueue]
    private let turn = Atomic<Int>(0)

    /// Threads of a name, at most so many at once.
    package init(label: String, width: Int = 4) {
        queues = (0..<max(1, width)).map { DispatchQueue(label: "\(label).\($0)") }
    }

    /// Runs a body on one of the threads and waits for it without blocking.
    package func run<Answer: Sendable, Failure: Error>(
        _ body: @escaping @Sendable () throws(Failure) -> Answer
    ) async throws(Failure) -> Answer {
        let queue = queues[(turn.wrappingAdd(1, ordering: .relaxed).oldValue & .max) % queues.count]
        let result = await withCheckedContinuation {
            (continuation: CheckedContinuation<Result<Answer, Failure>, Never>) in
            queue.async {
                do throws(Failure) { continuation.resume(returning: .success(try body())) } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        return try result.get()
    }
}
