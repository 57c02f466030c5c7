import CNewelSpawn
import Glibc

/// Waits on several descriptors at once, and for a time. They are named once and not at every wait, which a worker's thread does for every call.
final class Readiness {
    private let waiter: Int32
    /// Set once for many waits: a time that the system is told at every wait costs a twentieth of a call.
    private let alarm: Int32
    /// When it rings, on the monotonic clock; `.max`: never.
    private var ringsAt = Int64.max
    private var descriptors: [Int32] = []
    /// By place: whether room to write is waited for, too.
    private var waitsForRoom: [Bool] = []

    /// Waits for nothing yet.
    ///
    /// - Throws: when the process has no descriptor left.
    init() throws(ChildProcess.SpawnFailure) {
        waiter = newel_readiness()
        guard waiter >= 0 else { throw ChildProcess.SpawnFailure(errno: -waiter) }
        alarm = newel_alarm()
        guard alarm >= 0 else {
            close(waiter)
            throw ChildProcess.SpawnFailure(errno: -alarm)
        }
        newel_readiness_watch(waiter, alarm, Self.alarmPlace, Int32(NEWEL_WATCH))
    }

    private static let alarmPlace: UInt32 = 31

    /// Waits for what the descriptors bring. Each stands at its place from now on; there are 31 at most.
    func watch(_ descriptors: [Int32]) {
        self.descriptors = descriptors
        waitsForRoom = descriptors.map { _ in false }
        for place in descriptors.indices { watch(place, NEWEL_WATCH) }
    }

    deinit {
        close(alarm)
        close(waiter)
    }

    /// Whether room to write counts at a place, beside what comes in.
    func waitForRoom(_ wanted: Bool, at place: Int) {
        guard waitsForRoom[place] != wanted else { return }
        waitsForRoom[place] = wanted
        watch(place, wanted ? NEWEL_WATCH_ALSO_FOR_ROOM : NEWEL_WATCH)
    }

    /// Whether room to write counts at a place that nothing comes from.
    func waitForRoomAlone(_ wanted: Bool, at place: Int) {
        guard waitsForRoom[place] != wanted else { return }
        waitsForRoom[place] = wanted
        watch(place, wanted ? NEWEL_WATCH_ALSO_FOR_ROOM : NEWEL_WATCH_NO_MORE)
    }

    /// Waits for a place no more. Before its descriptor is closed or when it has nothing to say any more.
    func leave(_ place: Int) { watch(place, NEWEL_WATCH_NO_MORE) }

    /// Waits again for a place that was left.
    func rejoin(_ place: Int) { watch(place, waitsForRoom[place] ? NEWEL_WATCH_ALSO_FOR_ROOM : NEWEL_WATCH) }

    /// Blocks until something can be read, written or has ended, or until a time on the monotonic clock, in nanoseconds. It may be earlier:
    /// when the time of an earlier wait has come.
    ///
    /// - Returns: A bit for each place where that is so, and whether a time has come.
    func wait(until due: Int64, now: Int64) -> (ready: UInt32, isTime: Bool) {
        guard due > now else { return (newel_readiness_wait(waiter, 0) & ~(1 << Self.alarmPlace), true) }
        if due < ringsAt {
            ringsAt = due
            newel_alarm_set(alarm, due)
        }
        let ready = newel_readiness_wait(waiter, 1)
        guard ready & 1 << Self.alarmPlace != 0 else { return (ready, false) }
        var count: UInt64 = 0
        _ = read(alarm, &count, 8)
        ringsAt = .max
        return (ready & ~(1 << Self.alarmPlace), true)
    }

    private func watch(_ place: Int, _ how: Int) {
        newel_readiness_watch(waiter, descriptors[place], UInt32(place), Int32(how))
    }
}
