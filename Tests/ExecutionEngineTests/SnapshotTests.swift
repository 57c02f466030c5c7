import ExecutionEngine
import JSONTree
import ResourceNames
import StorageContract
import TestSupport
import Testing

/// Waits three times for a second each: one record a wait.
private let waits = #"""
    {"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":1,"Next":"B"},"B":{"Type":"Wait","Seconds":1,"Next":"C"},
    "C":{"Type":"Wait","Seconds":1,"End":true}}}
    """#

@Suite struct SnapshotTests {
    private let often: EngineLimits = {
        var limits = EngineLimits()
        limits.snapshotRecords = 2
        return limits
    }()

    private func snapshots(in world: EngineWorld) throws -> [(key: String, bytes: [UInt8])] {
        try world.store.readNow { reader throws(StoreError) in
            try reader.resources(kind: "snapshot", keyPrefix: "", after: nil, limit: 10)
        }
    }

    /// Runs the machine to its second wait, where a snapshot has been kept.
    private func begun(_ folder: TemporaryFolder, _ clock: ManualClock) async throws -> ExecutionARN {
        let world = try EngineWorld(folder, clock: clock, limits: often)
        defer { world.close() }
        let started = try await world.engine.start(try await world.request(waits))
        clock.advance(by: .seconds(1))
        while try await !world.types(of: started.execution).contains("WaitStateExited") { await Task.yield() }
        #expect(try snapshots(in: world).count == 1)
        return started.execution
    }

    @Test func anExecutionGoesOnFromItsSnapshotWhichGoesAwayAtItsEnd() async throws {
        let folder = TemporaryFolder()
        let clock = ManualClock()
        let execution = try await begun(folder, clock)
        let world = try EngineWorld(folder, clock: clock, limits: often)
        defer { world.close() }
        for _ in 0..<4 { clock.advance(by: .seconds(1)) }
        var status = try await world.engine.describe(execution).status
        while status == .running {
            clock.advance(by: .seconds(1))
            await Task.yield()
            status = try await world.engine.describe(execution).status
        }
        #expect(status == .succeeded)
        #expect(try await world.types(of: execution).filter { $0 == "WaitStateExited" }.count == 3)
        #expect(try snapshots(in: world).isEmpty)
    }

    @Test func aDamagedSnapshotIsIgnoredAndTheLogFoldedFromItsStart() async throws {
        let folder = TemporaryFolder()
        let clock = ManualClock()
        let execution = try await begun(folder, clock)
        let world = try EngineWorld(folder, clock: clock, limits: often)
        defer { world.close() }
        for (key, bytes) in try snapshots(in: world) {
            let damaged = Array(bytes.dropLast())
            _ = await world.store.commit(
                WriteUnit(mutations: [.putResource(kind: "snapshot", key: key, bytes: damaged)]))
        }
        var status = try await world.engine.describe(execution).status
        while status == .running {
            clock.advance(by: .seconds(1))
            await Task.yield()
            status = try await world.engine.describe(execution).status
        }
        #expect(status == .succeeded)
        #expect(try snapshots(in: world).isEmpty)
    }
}
