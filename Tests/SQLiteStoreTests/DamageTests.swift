import Glibc
import ResourceNames
import StorageContract
import TestSupport
import Testing

@testable import SQLiteStore

/// Full disks and torn logs.
@Suite struct DamageTests {
    @Test func aFullDiskFailsTheBatchAndNoLaterOne() async throws {
        let folder = TemporaryFolder()
        var options = SQLiteStoreOptions()
        options.pagesMax = 200
        let store = try SQLiteStore(folder: folder.path, options: options)
        defer { store.close() }
        let bytes = [UInt8](repeating: 1, count: 20_000)
        var written: Int64 = 0
        var failure: StoreError?
        while failure == nil {
            switch await store.write(.append(1, event: written + 1, bytes: bytes)) {
            case .committed: written += 1
            case .failed(let error): failure = error
            case let other: Issue.record("\(other)")
            }
        }
        #expect(failure?.code == .full && written > 10)
        #expect(try store.recordCount(1) == Int(written))
        #expect(await store.write(.append(1, event: written + 1, bytes: [1])) == .committed)
        let neighbours = await withCheckedContinuation { continuation in
            store.commit([
                WriteUnit(mutations: [.append(2, event: 1)]),
                WriteUnit(mutations: [.append(3, event: 1, bytes: bytes + bytes)]),
            ]) { continuation.resume(returning: $0) }
        }
        #expect(neighbours.allSatisfy { if case .failed = $0 { true } else { false } })
        #expect(try store.recordCount(2) == 0)
        #expect(await store.write(.deleteExecution(ExecutionKey(high: 1, low: 1))) == .committed)
        #expect(await store.write(.append(3, event: 1, bytes: bytes)) == .committed)
    }

    @Test func aFullFileSystemFailsTheBatchAndNoLaterOne() async throws {
        let folder = TemporaryFolder()
        await #expect(processExitsWith: .success) { [path = folder.path as String] in
            let store = try SQLiteStore(folder: path)
            signal(SIGXFSZ, SIG_IGN)
            var limit = rlimit(rlim_cur: 12 << 20, rlim_max: 12 << 20)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            var (written, failures): (Int64, [StoreError.Code]) = (0, [])
            let bytes = [UInt8](repeating: 1, count: 200_000)
            while failures.isEmpty {
                switch await store.write(.append(1, event: written + 1, bytes: bytes)) {
                case .committed: written += 1
                case .failed(let error): failures.append(error.code)
                case let other: preconditionFailure("\(other)")
                }
            }
            #expect(failures == [.full])
            #expect(try store.recordCount(1) == Int(written))
            store.close()
        }
        let store = try SQLiteStore(folder: folder.path)
        defer { store.close() }
        let count = try store.recordCount(1)
        #expect(count > 5)
        #expect(await store.write(.append(1, event: Int64(count) + 1)) == .committed)
    }

    /// Cuts the log, or ruins it, at many places: what is left is always a prefix of the units, none of them half.
    @Test(arguments: [false, true])
    func aTornLogHoldsAPrefixOfTheUnits(isRuined: Bool) async throws {
        let folder = TemporaryFolder()
        var options = SQLiteStoreOptions()
        options.checkpoints = false
        let store = try SQLiteStore(folder: folder.path, options: options)
        for event in Int64(1)...30 {
            let unit = [
                Mutation.append(1, event: event, bytes: [UInt8](repeating: UInt8(event), count: 900)),
                .append(2, event: event),
                .putMessage(
                    MessageRow(
                        queue: 1, id: event, visibleAt: .init(milliseconds: 0), receiveCount: 0, generation: 0,
                        firstReceivedAt: nil,
                        bytes: [UInt8](repeating: UInt8(event), count: 3_000))),
            ]
            #expect(await store.commit(WriteUnit(mutations: unit)) == .committed)
        }
        let database = contents(of: folder.path + "/newel.db")
        let log = contents(of: folder.path + "/newel.db-wal")
        let end = try #require(log.lastIndex { $0 != 0 }) + 1
        store.close()

        var counts: Set<Int> = []
        for cut in stride(from: 0, through: end, by: 3_701) {
            let crashed = TemporaryFolder()
            put(database, at: crashed.path + "/newel.db")
            put(
                Array(isRuined ? log[..<cut] + [0xEE, 0xEE, 0xEE] + log[(cut + 3)...] : log[..<cut]),
                at: crashed.path + "/newel.db-wal")
            guard let reopened = try? SQLiteStore(folder: crashed.path) else {
                #expect(cut < 20_000 && counts.isEmpty, "only a file without its tables may be refused")
                continue
            }
            let count = try reopened.recordCount(1)
            #expect(try reopened.recordCount(2) == count)
            #expect(
                try reopened.readNow { reader throws(StoreError) in
                    try reader.messages(queue: 1, after: 0, limit: 99).count
                } == count)
            #expect(
                await reopened.write(.append(1, event: Int64(count) + 1), .append(2, event: Int64(count) + 1))
                    == .committed)
            reopened.close()
            counts.insert(count)
        }
        #expect(counts.count > 20)
    }
}
