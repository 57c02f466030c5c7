import CNewelSpawn
import Glibc

/// Waits on several descriptors at once. They are named once and not at every wait, which a worker's thread does for every call.
final class Readiness {
    private let waiter: Int32
    private var descriptors: [Int32] = []
    /// By place: whether room to write is waited for, too.
    private var waitsForRoom: [Bool] = []

    /// Waits for nothing yet.
    ///
    /// - Throws: when the process has no descriptor left.
    init() throws(ChildProcess.SpawnFailure) {
        waiter = newel_readiness()
        guard waiter >= 0 else { throw ChildProcess.SpawnFailure(errno: -waiter) }
    }

    /// Waits for what the descriptors bring. Each stands at its place from now on; there are 32 at most.
    func watch(_ descriptors: [Int32]) {
        self.descriptors = descriptors
        waitsForRoom = descriptors.map { _ in false }
        for place in descriptors.indices { watch(place, NEWEL_WATCH) }
    }

    deinit { close(waiter) }

    /// Whether room to write counts at a place, beside what comes in.
    func waitForRoom(_ wanted: Bool, at place: Int) {
        guard waitsForRoom[place] != wanted else { return }
        waitsForRoom[place] = wanted
        watch(place, wanted ? NEWEL_WATCH_ALSO_FOR_ROOM : NEWEL_WATCH)
    }

    /// Waits for a place no more. Before its descriptor is closed or when it has nothing to say any more.
    func leave(_ place: Int) { watch(place, NEWEL_WATCH_NO_MORE) }

    /// Waits again for a place that was left.
    func rejoin(_ place: Int) { watch(place, waitsForRoom[place] ? NEWEL_WATCH_ALSO_FOR_ROOM : NEWEL_WATCH) }

    /// Blocks until something can be read, written or has ended, or for so many milliseconds.
    ///
    /// - Returns: A bit for each place where that is so.
    func wait(milliseconds: Int32) -> UInt32 { newel_readiness_wait(waiter, milliseconds) }

    private func watch(_ place: Int, _ how: Int) {
        newel_readiness_watch(waiter, descriptors[place], UInt32(place), Int32(how))
    }
}
