import Glibc
import ResourceNames

/// The machine's clock and its way to run work later.
package enum SystemSurroundings {
    /// The wall clock.
    package static let now: @Sendable () -> Timestamp = {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
    }

    /// A task of its own: a delivery belongs to no request, and what a lost one owes lies in the store.
    package static let later: RunLater = { span, work in
        Task {
            // A cancelled sleep only means that the work comes sooner.
            if span > .zero { try? await Task.sleep(for: span) }
            await work()
        }
    }
}
