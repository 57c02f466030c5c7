import Platform
import Synchronization

/// Ends workers that take more memory than their function has, by looking at them while they are at work.
///
/// Its thread starts with the first call and sleeps while nothing runs.
final class MemoryWatch: Sendable {
    private enum Phase {
        /// No thread yet.
        case unborn
        case awake
        case over
    }
    private enum Sight {
        case nothing
        case idleWorkers
        case work
    }

    /// Whether looks are being taken; read at every call, so that waking costs nothing when there is no need.
    private let isLooking = Atomic<Bool>(false)
    private let lock = WaitLock()
    private let phase = Mutex(Phase.unborn)
    /// The pools to look at.
    private let pools = Mutex<[ObjectIdentifier: WorkerPool]>([:])

    /// Looks after a pool from now on.
    func add(_ pool: WorkerPool) { pools.withLock { $0[ObjectIdentifier(pool)] = pool } }

    /// Looks after it no more.
    func remove(_ pool: WorkerPool) { pools.withLock { _ = $0.removeValue(forKey: ObjectIdentifier(pool)) } }

    /// Says that a worker has been given something to do; after that can be seen.
    func note() {
        guard !isLooking.load(ordering: .sequentiallyConsistent) else { return }
        let isFirst = phase.withLock { phase in
            defer { if phase != .over { phase = .awake } }
            return phase == .unborn
        }
        isLooking.store(true, ordering: .sequentiallyConsistent)
        if isFirst {
            DetachedThread.start { [self] in run() }
        } else {
            lock.lock()
            lock.signal()
            lock.unlock()
        }
    }

    /// Ends the thread.
    func close() {
        phase.withLock { $0 = .over }
        isLooking.store(true, ordering: .sequentiallyConsistent)
        lock.lock()
        lock.signal()
        lock.unlock()
    }

    private func run() {
        var quietLooks = 0
        while phase.withLock({ $0 != .over }) {
            quietLooks = look() == .work ? 0 : quietLooks + 1
            guard quietLooks >= Self.quietLooksMax else {
                Pause.milliseconds(Self.intervalMilliseconds)
                continue
            }
            isLooking.store(false, ordering: .sequentiallyConsistent)
            // A call that began before it could see that is seen here.
            let sight = look()
            if sight == .work { isLooking.store(true, ordering: .sequentiallyConsistent) }
            if sight != .work { sleep(isForLong: sight == .nothing) }
        }
    }

    private func sleep(isForLong: Bool) {
        lock.lock()
        defer { lock.unlock() }
        guard !isLooking.load(ordering: .sequentiallyConsistent) else { return }
        if isForLong { return lock.wait() }
        // A handler's thread may go on after its call.
        _ = lock.wait(until: WaitLock.instant(inMilliseconds: Self.idleIntervalMilliseconds))
    }

    /// Looks at every worker.
    private func look() -> Sight {
        var sight = Sight.nothing
        for pool in pools.withLock({ Array($0.values) }) {
            for worker in pool.workers {
                let isAtWork = worker.checkMemory()
                if isAtWork || sight == .nothing { sight = isAtWork ? .work : .idleWorkers }
            }
        }
        return sight
    }

    /// What a process can take in this time is what it can have too much.
    private static let intervalMilliseconds = 10
    /// The same for one that has no call.
    private static let idleIntervalMilliseconds: Int64 = 100
    /// After half a second without work workers count as idle.
    private static let quietLooksMax = 50
}
