import CNewelSpawn
import Glibc

/// Tells threads that wait on descriptors to come to an end. [any thread]
final class StopSign: Sendable {
    /// Readable once it is raised.
    let descriptor = newel_wakeup()

    deinit { close(descriptor) }

    /// Raises it, for good.
    func raise() {
        var one: UInt64 = 1
        _ = write(descriptor, &one, 8)
    }

    /// Whether it was raised.
    var isRaised: Bool {
        var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&polled, 1, 0) > 0
    }
}
