import ResourceNames
import StorageContract
import TestSupport
import Testing

/// Rows of executions, their lists and what else they own.
@Suite struct ExecutionTests {
    @Test(arguments: StoreKind.allCases)
    func aRowIsReplacedWhole(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            #expect(await store.write(.putExecution(.fixture(1))) == .committed)
            let ended = ExecutionRow.fixture(1, status: 2, stoppedAt: 77, bytes: [])
            #expect(await store.write(.putExecution(ended)) == .committed)
            var found = try await store.read { reader throws(StoreError) in try reader.execution(.fixture(1)) }
            #expect(found?.status == 2 && found?.stoppedAt == Timestamp(milliseconds: 77) && found?.bytes == [])
            let moved = ExecutionRow.fixture(1, machine: "other", startedAt: 99)
            #expect(await store.write(.putExecution(moved)) == .committed)
            found = try await store.read { reader throws(StoreError) in try reader.execution(.fixture(1)) }
            #expect(
                found?.machine == "other" && found?.startedAt == moved.startedAt && found?.stoppedAt == nil
                    && found?.status == 0)
        }
    }

    @Test(arguments: StoreKind.allCases, [nil, 0, 1, 2, 5] as [UInt8?])
    func listsShowTheNewestFirstPageByPage(kind: StoreKind, status: UInt8?) async throws {
        try await kind.withStore { store async throws in
            let rows = (0..<60).map { (number: Int) -> ExecutionRow in
                let machine = number % 3 == 0 ? "other" : "mine"
                return .fixture(
                    UInt64(number), machine: machine, status: UInt8(number % 4), startedAt: Int64(number / 7))
            }
            _ = await store.write(units: rows.map { WriteUnit(mutations: [.insertExecution($0)]) })
            let expected = rows.filter { $0.machine == "mine" && (status == nil || $0.status == status) }
                .sorted { ($0.startedAt, $0.key.high) > ($1.startedAt, $1.key.high) }
            var (found, last): ([ExecutionRow], ExecutionRow?) = ([], nil)
            repeat {
                let filter = ExecutionFilter(
                    machine: "mine", status: status, after: last.map { ($0.startedAt, $0.key) }, limit: 4)
                let page = try store.see { reader throws in try reader.executions(filter) }
                #expect(page.count <= 4)
                found += page
                last = page.last
            } while last != nil
            #expect(found.map(\.key) == expected.map(\.key))
            if let status {
                let count = try store.see { reader throws in try reader.countExecutions(machine: "mine", status: status)
                }
                #expect(count == expected.count)
            }
        }
    }

    @Test(arguments: StoreKind.allCases)
    func listsOfUnknownMachinesAreEmpty(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            try store.see { reader throws in
                #expect(try reader.executions(ExecutionFilter(machine: "none", limit: 9)).isEmpty)
                #expect(try reader.countExecutions(machine: "none", status: 1) == 0)
            }
        }
    }

    @Test(arguments: StoreKind.allCases)
    func machinesAreListedByNamePageByPage(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            let names = ["c", "a", "b", "a/x", "a"]
            let rows = names.enumerated().map { ExecutionRow.fixture(UInt64($0.offset), machine: $0.element) }
            _ = await store.write(units: rows.map { WriteUnit(mutations: [.insertExecution($0)]) })
            var (found, last): ([String], String?) = ([], nil)
            repeat {
                let after = last
                let page = try store.see { reader throws in try reader.machines(after: after, limit: 3) }
                #expect(page.count <= 3)
                found += page
                last = page.last
            } while last != nil
            #expect(found == ["a", "a/x", "b", "c"])
        }
    }

    @Test(arguments: StoreKind.allCases, [false, true])
    func deletingForgetsAllTheExecutionOwns(kind: StoreKind, inOneUnit: Bool) async throws {
        try await kind.withStore { store async throws in
            let writes = [UInt64(1), 2].flatMap { number -> [Mutation] in
                [
                    .insertExecution(.fixture(number)), .append(number, 1, first: 1),
                    .setDeadline(execution: .fixture(number), Timestamp(milliseconds: 5)),
                    .putObligation(execution: .fixture(number), id: 1, bytes: [1]),
                    .putOpenTask(execution: .fixture(number), id: 1),
                ]
            }
            if inOneUnit {
                #expect(
                    await store.commit(WriteUnit(mutations: writes + [.deleteExecution(.fixture(1))])) == .committed)
            } else {
                #expect(await store.commit(WriteUnit(mutations: writes)) == .committed)
                #expect(await store.write(.deleteExecution(.fixture(1))) == .committed)
            }
            try store.see { reader throws in
                #expect(try reader.execution(.fixture(1)) == nil)
                #expect(try reader.records(of: .fixture(1), afterSequence: 0, limit: 9).isEmpty)
                #expect(try reader.deadlines(after: nil, limit: 9).map(\.key) == [.fixture(2)])
                #expect(try reader.obligations(after: nil, limit: 9).map(\.key) == [.fixture(2)])
                #expect(try !reader.hasOpenTask(execution: .fixture(1), id: 1))
                #expect(try reader.hasOpenTask(execution: .fixture(2), id: 1))
                #expect(try reader.openTasks(after: nil, limit: 9).map(\.key) == [.fixture(2)])
                #expect(try reader.openTasks(after: (.fixture(2), 1), limit: 9).isEmpty)
                #expect(try reader.records(of: .fixture(2), afterSequence: 0, limit: 9).count == 1)
            }
            #expect(await store.write(.insertExecution(.fixture(1)), .append(1, 1, first: 1)) == .committed)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func deadlinesComeEarliestFirst(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            let instants: [Int64] = [50, -10, 30, 30, 20, 10]
            _ = await store.write(
                units: instants.enumerated().map { number, instant in
                    WriteUnit(mutations: [
                        .setDeadline(execution: .fixture(UInt64(number)), Timestamp(milliseconds: instant))
                    ])
                })
            _ = await store.write(
                .setDeadline(execution: .fixture(0), Timestamp(milliseconds: 15)),
                .setDeadline(execution: .fixture(4), nil),
                .setDeadline(execution: .fixture(9), nil))
            var found: [(at: Timestamp, key: ExecutionKey)] = []
            while true {
                let last = found.last
                let page = try store.see { reader throws in try reader.deadlines(after: last, limit: 2) }
                if page.isEmpty { break }
                found += page
            }
            #expect(found.map(\.at.milliseconds) == [-10, 10, 15, 30, 30])
            #expect(found.map(\.key) == [1, 5, 0, 2, 3].map { .fixture($0) })
        }
    }

    @Test(arguments: StoreKind.allCases)
    func obligationsStayUntilTheyAreDeleted(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            _ = await store.write(
                .putObligation(execution: .fixture(2), id: 1, bytes: [21]),
                .putObligation(execution: .fixture(1), id: 2, bytes: [12]),
                .putObligation(execution: .fixture(1), id: -1, bytes: [11]),
                .putObligation(execution: .fixture(3), id: 1, bytes: []))
            _ = await store.write(
                .putObligation(execution: .fixture(2), id: 1, bytes: [22]),
                .deleteObligation(execution: .fixture(3), id: 1),
                .deleteObligation(execution: .fixture(3), id: 9))
            #expect(
                try store.see { reader throws in try reader.obligations(of: .fixture(1)).map(\.bytes) } == [[11], [12]])
            var found: [(key: ExecutionKey, id: Int64, bytes: [UInt8])] = []
            while true {
                let last = found.last.map { ($0.key, $0.id) }
                let page = try store.see { reader throws in try reader.obligations(after: last, limit: 1) }
                if page.isEmpty { break }
                found += page
            }
            #expect(found.map(\.bytes) == [[11], [12], [22]])
            #expect(found.map(\.id) == [-1, 2, 1])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func anOpenTaskIsAnsweredOnce(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            #expect(await store.write(.putOpenTask(execution: .fixture(1), id: 3)) == .committed)
            let answer = WriteUnit(mutations: [
                .addToInbox(shard: 7, execution: .fixture(1), bytes: [5]),
                .deleteOpenTask(execution: .fixture(1), id: 3),
            ])
            #expect(await store.commit(answer) == .committed)
            #expect(await store.commit(answer) == .conflict(index: 1))
            let inbox = try store.see { reader throws in try reader.inbox(shard: 7, limit: 9) }
            #expect(inbox.map(\.bytes) == [[5]] && inbox.map(\.execution) == [.fixture(1)])
            _ = await store.write(
                .addToInbox(shard: 7, execution: .fixture(2), bytes: []),
                .addToInbox(shard: 8, execution: .fixture(2), bytes: []))
            _ = await store.write(.deleteFromInbox(shard: 7, id: inbox[0].id))
            let rest = try store.see { reader throws in try reader.inbox(shard: 7, limit: 9) }
            #expect(rest.map(\.execution) == [.fixture(2)] && rest[0].id > inbox[0].id)
        }
    }
}
