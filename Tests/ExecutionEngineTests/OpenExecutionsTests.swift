import HandlerContract
import JSONTree
import ResourceNames
import TestSupport
import Testing

@testable import ExecutionEngine

private let wait = #"{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":60,"End":true}}}"#
private let fail = #"{"StartAt":"A","States":{"A":{"Type":"Fail"}}}"#

/// So many executions run at once, and no more.
@Suite struct OpenExecutionsTests {
    private func world(
        _ folder: TemporaryFolder, _ count: Int, clock: ManualClock = ManualClock(), seed: UInt64 = 1
    ) throws -> EngineWorld {
        var limits = EngineLimits()
        (limits.openExecutionsMax, limits.loopCount) = (count, 1)
        return try EngineWorld(folder, clock: clock, seed: seed, limits: limits)
    }

    @Test func whatEndsMakesRoom() async throws {
        let folder = TemporaryFolder()
        let world = try world(folder, 1)
        defer { world.close() }
        let started = try await world.engine.start(try await world.request(wait, name: "one"))
        await #expect(throws: EngineFailure.tooManyExecutions(1)) {
            try await world.engine.start(try await world.request(wait))
        }
        // The same again is no second one.
        _ = try await world.engine.start(try await world.request(wait, name: "one"))
        world.clock.advance(by: .seconds(61))
        #expect(try await world.engine.end(of: started.execution).status == .succeeded)
        for _ in 0..<3 {
            let other = try await world.engine.start(try await world.request(fail))
            #expect(try await world.engine.end(of: other.execution).status == .failed)
        }
    }

    @Test func whatRanBeforeARestartCounts() async throws {
        let folder = TemporaryFolder()
        let clock = ManualClock()
        var world = try world(folder, 2, clock: clock)
        let started = try await world.engine.start(try await world.request(wait))
        _ = try await world.engine.start(try await world.request(wait, isExpress: true))
        world.close()
        // Other chance, for names that nobody chose are not to repeat.
        world = try self.world(folder, 2, clock: clock, seed: 2)
        defer { world.close() }
        _ = try await world.engine.start(try await world.request(wait))
        await #expect(throws: EngineFailure.tooManyExecutions(2)) {
            try await world.engine.start(try await world.request(wait))
        }
        _ = try await world.engine.stop(started.execution, error: nil, cause: nil)
        _ = try await world.engine.start(try await world.request(wait))
    }

    @Test func expressExecutionsDoNotCount() async throws {
        let folder = TemporaryFolder()
        let world = try world(folder, 0)
        defer { world.close() }
        _ = try await world.engine.start(try await world.request(wait, isExpress: true))
        let pass = #"{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}"#
        let ended = try await world.engine.startAndWait(try await world.request(pass, isExpress: true))
        #expect(ended.status == .succeeded)
    }

    @Test func aStartThatIsNotKeptGivesItsPlaceBack() async throws {
        let folder = TemporaryFolder()
        let world = try world(folder, 1)
        defer { world.close() }
        let request = try await world.request(wait)
        world.store.failNext(1)
        await #expect(throws: EngineFailure.self) { try await world.engine.start(request) }
        _ = try await world.engine.start(request)
    }

    @Test func aRedriveNeedsAPlaceToo() async throws {
        let folder = TemporaryFolder()
        let world = try world(folder, 1)
        defer { world.close() }
        let failed = try await world.engine.start(try await world.request(fail))
        _ = try await world.engine.end(of: failed.execution)
        let open = try await world.engine.start(try await world.request(wait))
        await #expect(throws: EngineFailure.tooManyExecutions(1)) {
            try await world.engine.redrive(failed.execution, clientToken: nil)
        }
        _ = try await world.engine.stop(open.execution, error: nil, cause: nil)
        for _ in 0..<3 {
            _ = try await world.engine.redrive(failed.execution, clientToken: nil)
            #expect(try await world.engine.end(of: failed.execution).status == .failed)
        }
        // What is refused takes none.
        let good = try await world.engine.start(try await world.request(wait))
        await #expect(throws: EngineFailure.notRedrivable(.running)) {
            try await world.engine.redrive(good.execution, clientToken: nil)
        }
        _ = try await world.engine.stop(good.execution, error: nil, cause: nil)
        _ = try await world.engine.start(try await world.request(wait))
    }
}
