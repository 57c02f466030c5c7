import ResourceNames
import StorageContract
import TestSupport
import Testing

/// Records of finished executions that were put aside.
@Suite struct MovingTests {
    @Test(arguments: StoreKind.allCases)
    func movedRecordsAreReadAsBefore(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            _ = await store.write(.insertExecution(.fixture(1)), .append(1, 2, first: 1, events: 3))
            for (sequence, first, events) in [(3, 4, 1), (5, 5, 0), (6, 5, 5), (9, 10, 2)] as [(Int64, Int64, Int)] {
                _ = await store.write(.append(1, sequence, first: first, events: events, bytes: [UInt8(sequence)]))
            }
            _ = await store.write(.end(1, at: .day(3)))
            let before = try Self.pages(store)
            #expect(before.contains { $0.count > 2 })
            #expect(try await store.moveEndedRecords(before: .day(4), limit: 9) == 1)
            #expect(try Self.pages(store) == before)
            #expect(try await store.moveEndedRecords(before: .day(4), limit: 9) == 0)
            let row = try store.see { reader throws in try reader.execution(.fixture(1)) }
            #expect(row?.status == 1 && row?.stoppedAt == .day(3))
            let listed = try store.see { reader throws in
                try reader.executions(ExecutionFilter(machine: ExecutionRow.fixture(1).machine, limit: 9))
            }
            #expect(listed.map(\.key) == [.fixture(1)])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func theLongestEndedMoveFirstAndTheRunningStay(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            for number in UInt64(1)...8 {
                _ = await store.write(.insertExecution(.fixture(number)), .append(number, 1, first: 1))
                if number < 8 { _ = await store.write(.end(number, at: .day(number / 3, hour: Int64(number)))) }
            }
            var moved: [Int] = []
            repeat {
                moved.append(try await store.moveEndedRecords(before: .day(2, hour: 7), limit: 2))
            } while moved.last != 0
            #expect(moved.reduce(0, +) == 6, "number 7 ended at that very moment")
            for number in UInt64(1)...8 { #expect(try store.sequences(of: number) == [1]) }
            #expect(await store.write(.append(8, 2, first: 2)) == .committed)
            #expect(try store.sequences(of: 8) == [1, 2])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aMovedLogGrowsAgainAndMovesAgain(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            try await Self.fillAndMove(store, records: 3)
            #expect(await store.write(.append(1, 4, first: 3)) == .conflict(index: 0))
            #expect(await store.write(.append(1, 3, first: 4)) == .conflict(index: 0))
            #expect(try store.sequences(of: 1) == [1, 2, 3])
            let redrive = WriteUnit(mutations: [.append(1, 4, first: 4, bytes: [44]), .putExecution(.fixture(1))])
            #expect(await store.commit(redrive) == .committed)
            #expect(try store.sequences(of: 1) == [1, 2, 3, 4])
            #expect(try await store.moveEndedRecords(before: .day(99), limit: 9) == 0, "it runs again")
            #expect(await store.write(.append(1, 5, first: 5), .end(1, at: .day(3, hour: 5))) == .committed)
            #expect(try await store.moveEndedRecords(before: .day(99), limit: 9) == 1)
            #expect(try store.sequences(of: 1) == [1, 2, 3, 4, 5])
            #expect(await store.write(.append(1, 6, first: 6), .end(1, at: .day(7))) == .committed)
            #expect(try await store.moveEndedRecords(before: .day(99), limit: 9) == 1)
            #expect(try store.sequences(of: 1) == [1, 2, 3, 4, 5, 6])
            let bytes = try store.see { reader throws in
                try reader.records(of: .fixture(1), fromEventID: 4, limit: 1).map(\.bytes)
            }
            #expect(bytes == [[44]])
        }
    }

    @Test(arguments: StoreKind.lasting)
    func aMovedLogIsFoundAfterReopening(kind: StoreKind) async throws {
        let folder = TemporaryFolder()
        let store = try kind.open(in: folder)
        try await Self.fillAndMove(store, records: 3)
        store.close()
        let reopened = try kind.open(in: folder)
        defer { reopened.close() }
        #expect(try reopened.sequences(of: 1) == [1, 2, 3])
        #expect(await reopened.write(.append(1, 4, first: 3)) == .conflict(index: 0))
        #expect(await reopened.write(.putExecution(.fixture(1))) == .committed)
        #expect(await reopened.write(.append(1, 4, first: 4)) == .committed)
        #expect(try reopened.sequences(of: 1) == [1, 2, 3, 4])
    }

    @Test(arguments: StoreKind.allCases)
    func aDeletedExecutionLeavesNothingToTheNextOfItsName(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            try await Self.fillAndMove(store, records: 5)
            #expect(await store.write(.deleteExecution(.fixture(1))) == .committed)
            #expect(try store.sequences(of: 1).isEmpty)
            _ = await store.write(.insertExecution(.fixture(1)), .append(1, 1, first: 1), .end(1, at: .day(3)))
            #expect(try await store.moveEndedRecords(before: .day(99), limit: 9) == 1)
            #expect(try store.sequences(of: 1) == [1])
        }
    }

    /// An execution with more records than a step takes, and others around it.
    @Test(arguments: StoreKind.allCases)
    func longLogsMoveWhole(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            for number in UInt64(1)...3 { _ = await store.write(.insertExecution(.fixture(number))) }
            let units = (Int64(1)...2_600).map { WriteUnit(mutations: [.append(2, $0, first: $0)]) }
            _ = await store.write(units: units)
            for number in UInt64(1)...3 { _ = await store.write(.end(number, at: .day(3, hour: Int64(number)))) }
            var moved = 0
            while case let step = try await store.moveEndedRecords(before: .day(99), limit: 9), step > 0 {
                moved += step
            }
            #expect(moved == 3)
            #expect(try store.sequences(of: 2) == Array(1...2_600))
            #expect(try store.sequences(of: 1).isEmpty)
            let last = try store.see { reader throws in
                try reader.recordsBackwards(of: .fixture(2), fromEventID: .max, limit: 2).map(\.sequence)
            }
            #expect(last == [2_600, 2_599])
            #expect(await store.write(.append(2, 2_601, first: 2_601)) == .committed)
            #expect(try store.sequences(of: 2) == Array(1...2_601))
        }
    }

    @Test(arguments: StoreKind.allCases)
    func readersSeeEveryRecordOnceWhileItMoves(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            for number in UInt64(1)...60 {
                _ = await store.write(
                    .insertExecution(.fixture(number)), .append(number, 1, first: 1), .append(number, 2, first: 2),
                    .end(number, at: .day(number / 9)))
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { while try await store.moveEndedRecords(before: .day(99), limit: 2) > 0 {} }
                group.addTask { () throws in
                    for _ in 0..<10 {
                        for number in UInt64(1)...60 { #expect(try store.sequences(of: number) == [1, 2]) }
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    /// Execution 1 with records of one event each, ended on day 3 and moved.
    static func fillAndMove(_ store: any Store & ExecutionRetention, records: Int64) async throws {
        _ = await store.write(.insertExecution(.fixture(1)))
        for sequence in 1...records { _ = await store.write(.append(1, sequence, first: sequence)) }
        _ = await store.write(.end(1, at: .day(3)))
        #expect(try await store.moveEndedRecords(before: .day(4), limit: 9) == 1)
    }

    /// Many pages, in all directions.
    private static func pages(_ store: any Store) throws -> [[RecordFacts]] {
        try store.see { reader throws in
            var pages: [[RecordFacts]] = []
            for from in Int64(0)...13 {
                for limit in [1, 3, 99] {
                    pages.append(
                        try reader.records(of: .fixture(1), fromEventID: from, limit: limit).map(RecordFacts.init))
                    pages.append(
                        try reader.records(of: .fixture(1), afterSequence: from, limit: limit).map(RecordFacts.init))
                    pages.append(
                        try reader.recordsBackwards(of: .fixture(1), fromEventID: from, limit: limit)
                            .map(RecordFacts.init))
                }
            }
            return pages
        }
    }
}
