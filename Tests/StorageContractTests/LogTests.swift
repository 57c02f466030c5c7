import ResourceNames
import StorageContract
import TestSupport
import Testing

/// The log of an execution: positions and pages.
@Suite struct LogTests {
    @Test(arguments: StoreKind.allCases)
    func onlyTheNextEventIsAppended(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            #expect(await store.write(.append(1, 1, first: 2)) == .conflict(index: 0))
            #expect(await store.write(.append(1, 1, first: 1, events: 4)) == .committed)
            #expect(await store.write(.append(1, 2, first: 4)) == .conflict(index: 0))
            #expect(await store.write(.append(1, 2, first: 6)) == .conflict(index: 0))
            #expect(await store.write(.append(1, 1, first: 5)) == .conflict(index: 0), "sequences rise")
            #expect(await store.write(.append(1, 2, first: 5, events: 0)) == .committed)
            #expect(
                await store.write(.append(1, 3, first: 5), .append(1, 4, first: 6), .append(1, 5, first: 6))
                    == .conflict(index: 2))
            #expect(await store.write(.append(1, 3, first: 5), .append(1, 4, first: 6)) == .committed)
        }
    }

    @Test(arguments: StoreKind.lasting)
    func positionsAreKnownAfterReopening(kind: StoreKind) async throws {
        let folder = TemporaryFolder()
        let store = try kind.open(in: folder)
        #expect(await store.write(.append(1, 1, first: 1, events: 4)) == .committed)
        store.close()
        let reopened = try kind.open(in: folder)
        defer { reopened.close() }
        #expect(await reopened.write(.append(1, 2, first: 4)) == .conflict(index: 0))
        #expect(await reopened.write(.append(1, 2, first: 5)) == .committed)
    }

    @Test(arguments: StoreKind.allCases)
    func pagesOfAHistoryBeginAtAnyEvent(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            try await fill(store)
            func forwards(_ from: Int64, _ limit: Int) throws -> [Int64] {
                try store.see { reader throws in
                    try reader.records(of: .fixture(1), fromEventID: from, limit: limit).map(\.sequence)
                }
            }
            func backwards(_ from: Int64, _ limit: Int) throws -> [Int64] {
                try store.see { reader throws in
                    try reader.recordsBackwards(of: .fixture(1), fromEventID: from, limit: limit).map(\.sequence)
                }
            }
            #expect(try forwards(1, 100) == [2, 3, 5, 6, 9, 10, 40])
            #expect(try forwards(3, 100) == [2, 3, 5, 6, 9, 10, 40])
            #expect(try forwards(4, 2) == [3, 5])
            #expect(try forwards(5, 100) == [6, 9, 10, 40])
            #expect(try forwards(10, 100) == [9, 10, 40])
            #expect(try forwards(11, 100) == [9, 10, 40])
            #expect(try forwards(12, 100) == [10, 40], "the empty ones after the last event")
            #expect(try forwards(13, 100) == [])
            #expect(try backwards(.max, 100) == [9, 6, 5, 2])
            #expect(try backwards(11, 2) == [9, 6])
            #expect(try backwards(9, 100) == [6, 5, 2])
            #expect(try backwards(4, 100) == [5, 2])
            #expect(try backwards(3, 100) == [2])
            #expect(try backwards(0, 100) == [])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func aReplayReadsEveryRecordOnce(kind: StoreKind) async throws {
        try await kind.withStore { store async throws in
            try await fill(store)
            var sequences: [Int64] = []
            while true {
                let after = sequences.last ?? 0
                let page = try await store.read { reader throws(StoreError) in
                    try reader.records(of: .fixture(1), afterSequence: after, limit: 2)
                }
                if page.isEmpty { break }
                sequences += page.map(\.sequence)
            }
            #expect(sequences == [2, 3, 5, 6, 9, 10, 40])
        }
    }

    @Test(arguments: StoreKind.allCases, [1, 3_000, 300_000, 3_000_000])
    func recordsComeBackWhateverTheirSize(kind: StoreKind, size: Int) async throws {
        try await kind.withStore { store async throws in
            let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            #expect(
                await store.write(.append(1, 1, first: 1, bytes: bytes), .append(1, 2, first: 2, bytes: []))
                    == .committed)
            let found = try await store.read { reader throws(StoreError) in
                try reader.records(of: .fixture(1), fromEventID: 1, limit: 9)
            }
            #expect(found.map(\.bytes) == [bytes, []])
        }
    }

    /// Events 1…3, none, 4, 5…9, 10…11, none, none; sequences with gaps. Its neighbours have records too.
    private func fill(_ store: any Store) async throws {
        #expect(
            await store.write(
                .append(0, 1, first: 1, events: 50), .append(1, 2, first: 1, events: 3),
                .append(1, 3, first: 4, events: 0),
                .append(1, 5, first: 4, events: 1), .append(1, 6, first: 5, events: 5),
                .append(1, 9, first: 10, events: 2),
                .append(2, 1, first: 1, events: 50), .append(1, 10, first: 12, events: 0),
                .append(1, 40, first: 12, events: 0)) == .committed)
    }
}
