import ResourceNames
import StorageContract
import Synchronization
import TestSupport
import Testing

@testable import ExecutionEngine

private let wait = #"{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":60,"End":true}}}"#

/// Who follows executions is told after the commit, of what they follow, until they leave.
@Suite struct WatchingTests {
    /// Counts its rings.
    private final class Counter: Sendable {
        private let rings = Mutex(0)
        var count: Int { rings.withLock { $0 } }
        func ring() { rings.withLock { $0 += 1 } }
    }

    @Test func anExecutionsWatcherHearsOfItAlone() async throws {
        let folder = TemporaryFolder()
        let world = try EngineWorld(folder)
        defer { world.close() }
        let (mine, all) = (Counter(), Counter())
        let started = try await world.engine.start(try await world.request(wait, name: "mine"))
        let other = try await world.engine.start(try await world.request(wait, name: "other"))
        let key = try await world.engine.key(of: started.execution)
        let watch = world.engine.watchers.add(.execution(key), mine.ring)
        let watchAll = world.engine.watchers.add(.executions, all.ring)
        _ = try await world.engine.stop(other.execution, error: nil, cause: nil)
        #expect(mine.count == 0 && all.count > 0)
        _ = try await world.engine.stop(started.execution, error: nil, cause: nil)
        #expect(mine.count > 0)
        world.engine.watchers.remove(watch, .execution(key))
        world.engine.watchers.remove(watchAll, .executions)
        let (before, beforeAll) = (mine.count, all.count)
        let third = try await world.engine.start(try await world.request(wait, name: "third"))
        _ = try await world.engine.stop(third.execution, error: nil, cause: nil)
        #expect(mine.count == before && all.count == beforeAll)
    }

    @Test func whatIsToldIsOnDisk() async throws {
        let folder = TemporaryFolder()
        let world = try EngineWorld(folder)
        defer { world.close() }
        let seen = Mutex<[Int]>([])
        let started = try await world.engine.start(try await world.request(wait, name: "one"))
        let key = try await world.engine.key(of: started.execution)
        let store = world.engine.services.store
        let watch = world.engine.watchers.add(.execution(key)) {
            // A failed read leaves a hole in the list, which the expectation below finds.
            let records = try? store.readNow { reader throws(StoreError) in
                try reader.records(of: key, afterSequence: 0, limit: 99)
            }
            seen.withLock { $0.append(records?.count ?? -1) }
        }
        defer { world.engine.watchers.remove(watch, .execution(key)) }
        _ = try await world.engine.stop(started.execution, error: nil, cause: nil)
        #expect(seen.withLock { $0 } == [2])
    }
}
