import ResourceNames
import StorageContract
import TestSupport
import Testing

/// What is shrunk and deleted in time.
@Suite struct RetentionTests {
    @Test(arguments: StoreKind.allCases)
    func daysThatAreOverAreCompactedOnce(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            try await Self.fill(store, executions: 6)
            let short: @Sendable ([UInt8]) -> [UInt8]? = { bytes in bytes.count > 10 ? [UInt8(bytes.count % 256)] : nil
            }
            #expect(try await store.compactMovedRecords(before: .day(3), by: short) == false, "nothing has moved")
            try await Self.move(store)
            let full = try await store.storedBytes()
            #expect(try await store.compactMovedRecords(before: .day(3), by: short))
            #expect(try await store.compactMovedRecords(before: .day(3), by: short))
            #expect(try await store.compactMovedRecords(before: .day(3), by: short) == false, "day 3 is not over")
            #expect(try await store.storedBytes() < full)
            for number in UInt64(1)...6 {
                let bytes = try store.see { reader throws in
                    try reader.records(of: .fixture(number), fromEventID: 1, limit: 9).map(\.bytes.count)
                }
                #expect(bytes == (number <= 4 ? [1, 1] : [20_000, 1]), "\(number)")
            }
        }
    }

    @Test(arguments: StoreKind.allCases)
    func whatMovesLateIsCompactedToo(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            try await Self.fill(store, executions: 2)
            try await Self.move(store)
            let short: @Sendable ([UInt8]) -> [UInt8]? = { $0.count > 10 ? [5] : nil }
            while try await store.compactMovedRecords(before: .day(9), by: short) {}
            _ = await store.write(
                .insertExecution(.fixture(9)), .append(9, 1, first: 1, bytes: [UInt8](repeating: 1, count: 99)),
                .end(9, at: .day(1)))
            try await Self.move(store)
            #expect(try await store.compactMovedRecords(before: .day(9), by: short))
            #expect(try await store.compactMovedRecords(before: .day(9), by: short) == false)
            let bytes = try store.see { reader throws in
                try [9, 1].flatMap { try reader.records(of: .fixture($0), fromEventID: 1, limit: 1).map(\.bytes) }
            }
            #expect(bytes == [[5], [5]])
        }
    }

    @Test(arguments: StoreKind.allCases, [false, true])
    func theLongestEndedAreDeletedFirst(kind: StoreKind, moves: Bool) async throws {
        try await kind.withStore { store async throws in
            try await Self.fill(store, executions: 10)
            if moves { while try await store.moveEndedRecords(before: .day(4), limit: 1) > 0 {} }
            let full = try await store.storedBytes()
            func delete(before: Timestamp, _ limit: Int) async throws -> Int {
                try await store.deleteEndedExecutions(before: before, keepingNamesSince: .day(99), limit: limit)
            }
            #expect(try await delete(before: .day(3), 3) == 1, "one day at a time")
            #expect(try Self.present(store) == Array(2...10))
            #expect(try await delete(before: .day(3), 2) == 2)
            #expect(try Self.present(store) == Array(4...10))
            #expect(try await delete(before: .day(3), 9) == 1)
            #expect(try await delete(before: .day(3), 9) == 0)
            #expect(try Self.present(store) == Array(5...10))
            #expect(try await store.storedBytes() <= full - 60_000)
            #expect(try await delete(before: .day(99), 99) == 6)
            #expect(try Self.present(store).isEmpty)
            #expect(await store.write(.insertExecution(.fixture(1)), .append(1, 1, first: 1)) == .committed)
        }
    }

    @Test(arguments: StoreKind.allCases, [false, true])
    func whatIsNeededIsSpared(kind: StoreKind, moves: Bool) async throws {
        try await kind.withStore { store async throws in
            for number in UInt64(1)...9 {
                let end = Timestamp.day(1, hour: Int64(number)).milliseconds
                let machine = number % 3 == 0 ? "free" : "needed \(number % 2)"
                let result = await store.write(
                    .append(number, 1, first: 1), .append(number, 2, first: 2),
                    .putExecution(.fixture(number, machine: machine, status: 1, stoppedAt: end)))
                #expect(result == .committed)
            }
            if moves { try await Self.move(store) }
            var deleted: [Int] = []
            repeat {
                deleted.append(
                    try await store.deleteEndedExecutions(before: .day(9), keepingNamesSince: .day(99), limit: 1) {
                        $0.hasPrefix("needed")
                    })
            } while deleted.last != 0
            #expect(deleted == [1, 1, 1, 0])
            #expect(try Self.present(store) == [1, 2, 4, 5, 7, 8])
            #expect(
                try await store.deleteEndedExecutions(before: .day(9), keepingNamesSince: .day(99), limit: 9) {
                    $0 == "needed 0"
                } == 3)
            #expect(try Self.present(store) == [2, 4, 8])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func whatBelongsToAnExecutionGoesWithIt(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            for number in UInt64(1)...2 {
                let key = ExecutionKey.fixture(number)
                let uuid = UUIDText.text(high: key.high, low: key.low)
                let end = Timestamp.day(number).milliseconds
                let result = await store.write(
                    .putExecution(.fixture(number, machine: "list \(number)", status: 1, stoppedAt: end)),
                    .putResource(kind: OwnedResources.snapshots, key: uuid, bytes: [1]),
                    .putResource(kind: OwnedResources.mapRunItems, key: "\(uuid)/0", bytes: [2]),
                    .putResource(kind: OwnedResources.mapRunItems, key: "\(uuid)/1", bytes: [3]),
                    .putResource(kind: "other", key: uuid, bytes: [4]))
                #expect(result == .committed)
            }
            #expect(try await store.deleteEndedExecutions(before: .day(2), keepingNamesSince: .day(9), limit: 9) == 1)
            func count(_ kind: String) throws -> Int {
                try store.see { reader throws in
                    try reader.resources(kind: kind, keyPrefix: "", after: nil, limit: 9).count
                }
            }
            #expect(try OwnedResources.kinds.map(count) == [1, 2])
            #expect(try count("other") == 2)
            // What the first was listed under is gone with it and comes back with the next.
            #expect(await store.write(.insertExecution(.fixture(3, machine: "list 1"))) == .committed)
            let listed = try store.see { reader throws in
                try ["list 1", "list 2"].map { try reader.executions(ExecutionFilter(machine: $0, limit: 9)).count }
            }
            #expect(listed == [1, 1])
        }
    }

    @Test(arguments: StoreKind.allCases, [false, true])
    func namesOfTheDeletedStayTakenUntilFreed(kind: StoreKind, moves: Bool) async throws {
        try await kind.withStore { store async throws in
            try await Self.fill(store, executions: 4)
            if moves { try await Self.move(store) }
            var deleted: [Int] = []
            repeat {
                deleted.append(
                    try await store.deleteEndedExecutions(before: .day(9), keepingNamesSince: .day(2), limit: 99))
            } while deleted.last != 0
            #expect(deleted == [1, 3, 0])
            func isKept(_ number: UInt64) throws -> Bool {
                try store.see { reader throws in try reader.isNameKept(.fixture(number)) }
            }
            #expect(try [1, 2, 3, 4].map(isKept) == [false, true, true, true])
            #expect(await store.write(.insertExecution(.fixture(1))) == .committed)
            #expect(await store.write(.append(2, 1, first: 1), .insertExecution(.fixture(2))) == .conflict(index: 1))
            #expect(try await store.freeNames(before: .day(2, hour: 4), limit: 99) == 2)
            #expect(try [2, 3, 4].map(isKept) == [false, false, true])
            #expect(await store.write(.insertExecution(.fixture(2))) == .committed)
            #expect(await store.write(.insertExecution(.fixture(4))) == .conflict(index: 0))
            #expect(try await store.freeNames(before: .day(99), limit: 99) == 1)
            #expect(try await store.freeNames(before: .day(99), limit: 99) == 0)
        }
    }

    @Test(arguments: StoreKind.lasting)
    func keptNamesAreKnownAfterReopening(kind: StoreKind) async throws {
        let folder = TemporaryFolder()
        let store = try kind.open(in: folder)
        try await Self.fill(store, executions: 1)
        #expect(try await store.deleteEndedExecutions(before: .day(9), keepingNamesSince: .day(0), limit: 9) == 1)
        store.close()
        let reopened = try kind.open(in: folder)
        defer { reopened.close() }
        #expect(await reopened.write(.insertExecution(.fixture(1))) == .conflict(index: 0))
        #expect(await reopened.write(.insertExecution(.fixture(2))) == .committed)
    }

    @Test(arguments: StoreKind.allCases)
    func namesMadeHereAreNotKept(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            var row = ExecutionRow.fixture(1, status: 1, stoppedAt: 5)
            row.key = ExecutionKey(high: 0x0123_4567_89AB_7000, low: 1)
            #expect(await store.write(.insertExecution(row)) == .committed)
            #expect(try await store.deleteEndedExecutions(before: .day(9), keepingNamesSince: .day(0), limit: 9) == 1)
            let key = row.key
            #expect(try store.see { reader throws in try reader.isNameKept(key) } == false)
        }
    }

    /// Executions of two records each: the first ended on day 1, three on day 2, the rest on day 4.
    private static func fill(_ store: any Store, executions: UInt64) async throws {
        for number in 1...executions {
            let day: UInt64 = number == 1 ? 1 : number < 5 ? 2 : 4
            let result = await store.write(
                .insertExecution(.fixture(number)),
                .append(number, 1, first: 1, bytes: [UInt8](repeating: 1, count: 20_000)),
                .append(number, 2, first: 2, bytes: [7]), .end(number, at: .day(day, hour: Int64(number))))
            #expect(result == .committed)
        }
    }

    private static func move(_ store: any ExecutionRetention) async throws {
        while try await store.moveEndedRecords(before: .day(99), limit: 99) > 0 {}
    }

    /// The executions whose rows are there; each with all of its records, the others with none.
    private static func present(_ store: any Store) throws -> [UInt64] {
        try (UInt64(1)...10).filter { number in
            let row = try store.see { reader throws in try reader.execution(.fixture(number)) }
            #expect(try store.sequences(of: number) == (row == nil ? [] : [1, 2]))
            return row != nil
        }
    }
}
