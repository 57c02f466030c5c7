import Synchronization

/// The host's last request to stop: it takes another way than the call, and may be read before it.
final class LastCancel: Sendable {
    private let last = Mutex<(hostCall: UInt64, reason: Int32)?>(nil)

    /// Notes a request. [the control thread] Calls that are open are looked for after this.
    func note(_ hostCall: UInt64, _ reason: Int32) { last.withLock { $0 = (hostCall, reason) } }

    /// Why a call that has just been opened is to stop; `nil` when it is not.
    func reason(of hostCall: UInt64) -> Int32? {
        last.withLock { last in last.flatMap { $0.hostCall == hostCall ? $0.reason : nil } }
    }
}
