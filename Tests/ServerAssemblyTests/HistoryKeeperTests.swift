import ExecutionHistory
import ResourceNames
import SQLiteStore
import ServerAssembly
import StorageContract
import Synchronization
import TestSupport
import Testing

/// What becomes of finished executions as time goes by.
@Suite struct HistoryKeeperTests {
    @Test func anExecutionMovesIsCompactedAndGoesInTime() async throws {
        try await World.with { world async throws in
            try await world.end(1)
            try await world.pass(after: .seconds(3_599))
            #expect(world.segmentFiles.isEmpty)
            try await world.pass(after: .seconds(2))
            #expect(world.segmentFiles.count == 1)
            #expect(try world.records(of: 1) == [World.long])
            try await world.pass(after: .seconds(14 * 86_400))
            #expect(try world.records(of: 1) == [World.long], "the day of its end is not 14 days ago yet")
            try await world.pass(after: .seconds(86_400))
            #expect(try world.records(of: 1) == [World.short])
            try await world.pass(after: .seconds(74 * 86_400))
            #expect(try world.records(of: 1) == [World.short])
            try await world.pass(after: .seconds(86_400))
            #expect(try world.records(of: 1) == nil)
            #expect(world.segmentFiles.isEmpty)
            #expect(try await world.start(1) == .committed, "the name is free with it")
        }
    }

    @Test func whatIsOverTheLimitGoesOldestFirstByWholeFiles() async throws {
        var retention = HistoryRetention()
        retention.bytesMax = 3_000_000
        try await World.with(retention) { world async throws in
            for day in UInt64(1)...8 {
                try await world.end(day, bytes: 500_000)
                try await world.pass(after: .seconds(86_400))
            }
            let present = try (UInt64(1)...8).filter { try world.records(of: $0) != nil }
            #expect(present == [4, 5, 6, 7, 8])
            #expect(world.segmentFiles.count == 5)
            #expect(try await world.store.storedBytes() <= 3_000_000)
        }
    }

    @Test func whatHasNotMovedIsNotDeletedForItsSize() async throws {
        var retention = HistoryRetention()
        retention.bytesMax = 1
        try await World.with(retention) { world async throws in
            try await world.end(1)
            try await world.pass(after: .seconds(60))
            #expect(try world.records(of: 1) != nil)
            try await world.pass(after: .seconds(3_600))
            #expect(try world.records(of: 1) == nil)
        }
    }

    @Test func aNameStaysTakenNinetyDaysHoweverEarlyItsExecutionGoes() async throws {
        var retention = HistoryRetention()
        retention.bytesMax = 1
        try await World.with(retention) { world async throws in
            try await world.end(1)
            try await world.pass(after: .seconds(7_200))
            #expect(try world.records(of: 1) == nil)
            #expect(try await world.start(1) == .conflict(index: 0))
            try await world.pass(after: .seconds(89 * 86_400))
            #expect(try await world.start(1) == .conflict(index: 0))
            try await world.pass(after: .seconds(86_400))
            #expect(try await world.start(1) == .committed)
        }
    }

    @Test func whatFailsKeepsNothingElseFromBeingDone() async throws {
        try await World.with { world async throws in
            try await world.end(1)
            try await world.pass(after: .seconds(86_400))
            try await world.end(2)
            world.ruin(world.segmentFiles[0])
            try await world.pass(after: .seconds(15 * 86_400), failures: 1)
            #expect(world.segmentFiles.count == 2)
            #expect(try world.records(of: 2) == [World.long])
            try await world.pass(after: .seconds(86_400))
            #expect(try world.records(of: 2) == [World.short])
        }
    }

    @Test func itRestsBetweenStepsAndEndsWhenToldTo() async throws {
        try await World.with { world async throws in
            for number in UInt64(1)...300 { try await world.end(number, bytes: 10) }
            let rests = Mutex(0)
            let keeper = world.keeper { _ in
                try rests.withLock { rests in
                    rests += 1
                    if rests == 2 { throw CancellationError() }
                }
            }
            world.clock.advance(by: .seconds(7_200))
            await #expect(throws: CancellationError.self) { try await keeper.pass() }
            #expect(rests.withLock { $0 } == 2)
            #expect(try await world.store.moveEndedRecords(before: world.clock.now, limit: 999) == 44)
        }
    }
}
