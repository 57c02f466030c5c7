import ResourceNames
import StorageContract
import TestSupport
import Testing

/// Units: all or nothing, one by one, in order.
@Suite struct UnitTests {
    @Test(arguments: StoreKind.allCases)
    func aCommittedUnitIsRead(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            let row = ExecutionRow.fixture(1)
            #expect(await store.write(.insertExecution(row), .append(1, 1, first: 1, events: 3)) == .committed)
            let (found, records) = try await store.read { reader throws(StoreError) in
                (try reader.execution(row.key), try reader.records(of: row.key, fromEventID: 1, limit: 10))
            }
            #expect(found?.name == "execution-1")
            #expect(found?.machine == row.machine)
            #expect(found?.bytes == [1, 2, 3])
            #expect(found?.definitionSHA256 == row.definitionSHA256)
            #expect(
                records.map(RecordFacts.init) == [
                    RecordFacts(RecordRow(sequence: 1, firstEventID: 1, eventCount: 3, bytes: [7]))
                ])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aConflictUndoesItsUnitAndNoOther(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            #expect(await store.write(.insertExecution(.fixture(1))) == .committed)
            let results = await store.write(units: [
                WriteUnit(mutations: [.insertExecution(.fixture(2)), .append(2, 1, first: 1)]),
                WriteUnit(mutations: [
                    .insertExecution(.fixture(3)), .append(3, 1, first: 1), .putMessage(.fixture(id: 3)),
                    .putObligation(execution: .fixture(3), id: 1, bytes: [1]),
                    .putResource(kind: "queue", key: "q", bytes: [1]),
                    .putDefinition(sha256: [3], text: [3]), .addToInbox(shard: 0, execution: .fixture(3), bytes: []),
                    .setDeadline(execution: .fixture(3), Timestamp(milliseconds: 5)),
                    .putOpenTask(execution: .fixture(3), id: 1),
                    .insertExecution(.fixture(1)),
                ]),
                WriteUnit(mutations: [.insertExecution(.fixture(4)), .append(4, 1, first: 1)]),
            ])
            #expect(results == [.committed, .conflict(index: 9), .committed])
            try store.see { reader throws in
                #expect(try reader.execution(.fixture(2)) != nil)
                #expect(try reader.execution(.fixture(4)) != nil)
                #expect(try reader.execution(.fixture(3)) == nil)
                #expect(try reader.records(of: .fixture(3), fromEventID: 1, limit: 9).isEmpty)
                #expect(try reader.messages(queue: 1, after: 0, limit: 9).isEmpty)
                #expect(try reader.obligations(of: .fixture(3)).isEmpty)
                #expect(try reader.resource(kind: "queue", key: "q") == nil)
                #expect(try reader.definition(sha256: [3]) == nil)
                #expect(try reader.inbox(shard: 0, limit: 9).isEmpty)
                #expect(try reader.deadlines(after: nil, limit: 9).isEmpty)
                #expect(try !reader.hasOpenTask(execution: .fixture(3), id: 1))
            }
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aConflictUndoesAUnitThatDeletesRanges(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            #expect(
                await store.write(
                    .putMessage(.fixture(id: 1)), .putResource(kind: "k", key: "a/1", bytes: [1]),
                    .insertExecution(.fixture(1))) == .committed)
            let results = await store.write(units: [
                WriteUnit(mutations: [.putMessage(.fixture(id: 2)), .append(1, 1, first: 1)]),
                WriteUnit(mutations: [
                    .append(1, 2, first: 2), .deleteMessages(queue: 1), .deleteResources(kind: "k", keyPrefix: "a/"),
                    .putResource(kind: "k", key: "a/2", bytes: []), .insertExecution(.fixture(1)),
                ]),
                WriteUnit(mutations: [.append(1, 2, first: 2, bytes: [8])]),
            ])
            #expect(results == [.committed, .conflict(index: 4), .committed])
            try store.see { reader throws in
                #expect(try reader.messages(queue: 1, after: 0, limit: 9).map(\.id) == [1, 2])
                #expect(try reader.resources(kind: "k", keyPrefix: "", after: nil, limit: 9).map(\.key) == ["a/1"])
                #expect(try reader.records(of: .fixture(1), fromEventID: 1, limit: 9).map(\.bytes) == [[7], [8]])
            }
        }
    }

    @Test(arguments: StoreKind.allCases)
    func laterUnitsSeeEarlierOnesOfTheSameCall(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            let results = await store.write(units: [
                WriteUnit(mutations: [.insertExecution(.fixture(1)), .putOpenTask(execution: .fixture(1), id: 5)]),
                WriteUnit(mutations: [.insertExecution(.fixture(1))]),
                WriteUnit(mutations: [.deleteOpenTask(execution: .fixture(1), id: 5)]),
                WriteUnit(mutations: [.deleteOpenTask(execution: .fixture(1), id: 5)]),
                WriteUnit(mutations: [.insertResource(kind: "k", key: "a", bytes: [])]),
                WriteUnit(mutations: [.insertResource(kind: "k", key: "a", bytes: [])]),
                WriteUnit(mutations: [
                    .deleteResource(kind: "k", key: "a"), .insertResource(kind: "k", key: "a", bytes: [2]),
                ]),
                WriteUnit(mutations: [.deleteExecution(.fixture(1)), .insertExecution(.fixture(1))]),
            ])
            #expect(
                results == [
                    .committed, .conflict(index: 0), .committed, .conflict(index: 0), .committed, .conflict(index: 0),
                    .committed, .committed,
                ])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func commitsOfOneCallerHappenInOrder(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            let results = await withTaskGroup(of: [UnitResult].self) { group in
                for sequence in Int64(1)...1_000 {
                    let (stream, continuation) = AsyncStream.makeStream(of: [UnitResult].self)
                    store.commit([WriteUnit(mutations: [.append(1, sequence, first: sequence)])]) {
                        continuation.yield($0)
                        continuation.finish()
                    }
                    group.addTask { await stream.first { _ in true } ?? [] }
                }
                return await group.reduce(into: []) { $0 += $1 }
            }
            #expect(results.count == 1_000 && results.allSatisfy { $0 == .committed })
        }
    }

    @Test(arguments: StoreKind.allCases)
    func readsSeeWhatWasAcknowledgedAndNeverHalfAUnit(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for task in UInt64(1)...8 {
                    group.addTask {
                        let queue = Int64(task)
                        for event in Int64(1)...60 {
                            let result = await store.write(
                                .append(task, event, first: event), .putMessage(.fixture(queue: queue, id: event)))
                            #expect(result == .committed)
                            let (mine, others) = try await store.read { reader throws(StoreError) in
                                let mine = try reader.records(of: .fixture(task), afterSequence: 0, limit: 99).count
                                var others: [Bool] = []
                                for other in UInt64(1)...8 {
                                    let records = try reader.records(of: .fixture(other), afterSequence: 0, limit: 99)
                                        .count
                                    others.append(
                                        try reader.messages(queue: Int64(other), after: 0, limit: 99).count == records)
                                }
                                return (mine, others)
                            }
                            #expect(mine == Int(event))
                            #expect(others.allSatisfy { $0 })
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test(arguments: StoreKind.allCases)
    func noUnitsAreCommittedAtOnce(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            #expect(await store.write(units: []).isEmpty)
            #expect(await store.write() == .committed)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func staleEpochsAreRefused(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            let first = try store.acquireShards()
            let second = try store.acquireShards()
            #expect(first.count == shardCount && zip(first, second).allSatisfy(<))
            let results = await store.write(units: [
                WriteUnit(shard: 3, epoch: first[3], mutations: [.append(1, 1, first: 1)]),
                WriteUnit(shard: 3, epoch: second[3], mutations: [.append(1, 1, first: 1)]),
                WriteUnit(shard: 3, epoch: second[3] + 1, mutations: [.append(1, 2, first: 2)]),
            ])
            #expect(results == [.staleEpoch, .committed, .staleEpoch])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aClosedStoreRefuses(kind: StoreKind) async throws {
        let folder = TemporaryFolder()
        let store = try kind.open(in: folder)
        store.close()
        store.close()
        guard case .failed(let error) = await store.write(.append(1, 1, first: 1)) else {
            Issue.record("a closed store took a unit")
            return
        }
        #expect(error.code == .closed)
        await #expect(throws: StoreError.self) {
            try await store.read { reader throws(StoreError) in try reader.execution(.fixture(1)) }
        }
        #expect(throws: StoreError.self) { try store.acquireShards() }
    }
}
