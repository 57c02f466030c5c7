import Platform
import ResourceNames
import Synchronization

/// The `Date` header, made once a second.
enum HTTPDate {
    private struct Cached {
        var second: Int64 = 0
        var text = ""
    }

    private static let cached = Mutex(Cached())

    /// `Mon, 23 Nov 2026 23:04:00 GMT`: now.
    static var now: String {
        let now = SystemClock().now
        let second = now.milliseconds / 1_000
        return cached.withLock { cached in
            if cached.second != second { cached = Cached(second: second, text: now.httpDate) }
            return cached.text
        }
    }
}
