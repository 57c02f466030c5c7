import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The `Date` header: the one place of this module that reads the clock.
enum HTTPDate {
    private struct Cached {
        var second = 0
        var text = ""
    }

    private static let cached = Mutex(Cached())

    /// `Mon, 23 Nov 2026 23:04:00 GMT`, made once a second.
    static var now: String {
        let second = time(nil)
        return cached.withLock { cached in
            if cached.second != second { cached = Cached(second: second, text: text(of: second)) }
            return cached.text
        }
    }

    /// The header's form of an instant.
    static func text(of second: Int) -> String {
        var (instant, parts) = (second, tm())
        gmtime_r(&instant, &parts)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        func pad(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return
            "\(days[Int(parts.tm_wday)]), \(pad(parts.tm_mday)) \(months[Int(parts.tm_mon)]) \(1_900 + Int(parts.tm_year)) "
            + "\(pad(parts.tm_hour)):\(pad(parts.tm_min)):\(pad(parts.tm_sec)) GMT"
    }
}
