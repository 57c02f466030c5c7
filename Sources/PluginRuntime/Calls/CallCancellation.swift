import CNewelPlugin
import Glibc
import Synchronization

/// The one cancel callback of a call, and whether the host has asked for the end.
///
/// Callbacks are rare, so all calls share one lock and condition; a call without a callback touches neither.
final class CallCancellation: @unchecked Sendable {
    // Sendable: everything but the atomics is touched only under the shared lock.
    private let reason = Atomic<Int32>(0)
    private let isUsed = Atomic<Bool>(false)
    private var callback: (newel_cancel_fn, UnsafeMutableRawPointer?)?
    private var runningThread: pthread_t?

    /// Why the host wants the end; 0 when it does not.
    var currentReason: Int32 { reason.load(ordering: .acquiring) }

    /// Sets or removes the callback, by the rules of `newel_host.on_cancel`.
    func set(_ function: newel_cancel_fn?, _ user: UnsafeMutableRawPointer?, of call: Call) -> newel_status {
        SharedMonitor.lock()
        isUsed.store(true, ordering: .sequentiallyConsistent)
        if call.hasEnded {
            SharedMonitor.unlock()
            return newel_status(NEWEL_E_GONE)
        }
        guard let function else {
            callback = nil
            waitUntilQuiet()
            SharedMonitor.unlock()
            return newel_status(NEWEL_OK)
        }
        callback = (function, user)
        run(call)
        SharedMonitor.unlock()
        return newel_status(NEWEL_OK)
    }

    /// Notes the reason and runs the callback, if there is one.
    func cancel(_ call: Call, _ why: Int32) {
        guard reason.compareExchange(expected: 0, desired: why, ordering: .sequentiallyConsistent).exchanged,
            isUsed.load(ordering: .sequentiallyConsistent)
        else { return }
        SharedMonitor.lock()
        run(call)
        SharedMonitor.unlock()
    }

    /// Removes the callback and waits until it is not running, unless this is called from inside it.
    func close() {
        guard isUsed.load(ordering: .sequentiallyConsistent) else { return }
        SharedMonitor.lock()
        callback = nil
        waitUntilQuiet()
        SharedMonitor.unlock()
    }

    /// Runs the callback once if the call is cancelled. The lock is held on entry and exit, not while it runs.
    private func run(_ call: Call) {
        let why = currentReason
        guard why != 0, let (function, user) = callback, !call.hasEnded else { return }
        callback = nil
        runningThread = pthread_self()
        SharedMonitor.unlock()
        function(user, call.handle, why)
        SharedMonitor.lock()
        runningThread = nil
        SharedMonitor.wakeAll()
    }

    private func waitUntilQuiet() {
        while let thread = runningThread, pthread_equal(thread, pthread_self()) == 0 { SharedMonitor.wait() }
    }
}

/// A lock with a condition that lives as long as the process.
private enum SharedMonitor {
    private struct Pair: @unchecked Sendable {
        // Sendable: pthread objects are made to be shared.
        let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
        let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
        init() {
            pthread_mutex_init(mutex, nil)
            pthread_cond_init(condition, nil)
        }
    }
    private static let pair = Pair()

    static func lock() { pthread_mutex_lock(pair.mutex) }
    static func unlock() { pthread_mutex_unlock(pair.mutex) }
    static func wait() { pthread_cond_wait(pair.condition, pair.mutex) }
    static func wakeAll() { pthread_cond_broadcast(pair.condition) }
}
