import Synchronization

/// Where those who know of something new ring, and a stream waits. However often it is rung, the stream wakes once.
final class StreamBell: Sendable {
    /// Topics with news, a bit each.
    private let marks = Atomic<UInt64>(0)
    private let wakes: AsyncStream<Void>
    private let wake: AsyncStream<Void>.Continuation

    /// A bell that has not been rung.
    init() { (wakes, wake) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1)) }

    /// Says that a topic has news. [any thread]
    func ring(_ topic: Int) {
        let before = marks.bitwiseOr(1 << UInt64(topic), ordering: .acquiringAndReleasing).oldValue
        if before == 0 { wake.yield() }
    }

    /// Waits for news.
    ///
    /// - Returns: The topics that have some, a bit each; `nil` when the task is cancelled.
    func wait() async -> UInt64? {
        while true {
            let news = marks.exchange(0, ordering: .acquiringAndReleasing)
            if news != 0 { return news }
            var isAwake = false
            for await _ in wakes {
                isAwake = true
                break
            }
            if !isAwake || Task.isCancelled { return nil }
        }
    }
}
