import Glibc
import ResourceNames
import SQLiteStore
import StorageContract
import Synchronization
import TestSupport
import Testing

/// How fast the store commits. Runs when `NEWEL_BENCHMARK` is 1; build it with `-c release`.
@Suite(.enabled(if: getenv("NEWEL_BENCHMARK").map { String(cString: $0) } == "1"), .serialized)
struct CommitBenchmark {
    @Test(arguments: [1, 8, 64, 256, 1_024])
    func appendsOf300Bytes(callers: Int) async throws {
        let bytes = [UInt8](repeating: 0x61, count: 300)
        try await measure("300 B appends", callers: callers) { caller, round in
            [
                .appendRecord(
                    execution: ExecutionKey(high: UInt64(caller) << 32, low: UInt64(caller)), sequence: round,
                    firstEventID: round,
                    eventCount: 1, bytes: bytes)
            ]
        }
    }

    @Test(arguments: [1, 64, 256, 1_024])
    func executionsThatStartAndEndInOneUnit(callers: Int) async throws {
        let (record, row) = ([UInt8](repeating: 0x61, count: 1_200), [UInt8](repeating: 0x62, count: 300))
        let sha256 = [UInt8](repeating: 1, count: 32)
        let clock = Atomic<UInt64>(0)
        try await measure("whole executions", callers: callers) { caller, round in
            let key = ExecutionKey(high: clock.add(1, ordering: .relaxed).newValue, low: UInt64(caller))
            return [
                .insertExecution(
                    ExecutionRow(
                        key: key, machine: "000000000000:us-east-1:Stock", name: "f3b1e8f0-2c43-7d10-8c11-\(key.high)",
                        status: 1,
                        startedAt: Timestamp(milliseconds: Int64(key.high)),
                        stoppedAt: Timestamp(milliseconds: Int64(key.high)),
                        definitionSHA256: sha256, bytes: row)),
                .appendRecord(execution: key, sequence: 1, firstEventID: 1, eventCount: 8, bytes: record),
                .setDeadline(execution: key, nil),
            ]
        }
    }

    /// What commits feel of histories being moved: 128 executions a step, 20 ms of rest between steps, as the server does it.
    @Test(arguments: [1, 64])
    func appendsWhileHistoriesMove(callers: Int) async throws {
        let bytes = [UInt8](repeating: 0x61, count: 300)
        let moved = Atomic<Int>(0)
        try await measure("300 B appends beside moving", callers: callers, histories: 60_000) { store in
            while !Task.isCancelled {
                let count = try? await store.moveEndedRecords(before: Timestamp(milliseconds: .max), limit: 128)
                moved.add(count ?? 0, ordering: .relaxed)
                try? await Task.sleep(for: .milliseconds(20))
            }
        } _: { caller, round in
            [
                .appendRecord(
                    execution: ExecutionKey(high: UInt64(caller) << 32, low: UInt64(caller)), sequence: round,
                    firstEventID: round, eventCount: 1, bytes: bytes)
            ]
        }
        print("moved meanwhile: \(moved.load(ordering: .relaxed))")
    }

    /// Stores executions of one record that have ended.
    private func fill(_ store: SQLiteStore, executions: Int) async {
        let record = [UInt8](repeating: 0x61, count: 1_200)
        for thousand in 0..<executions / 1_000 {
            let units = (0..<1_000).map { number in
                let key = ExecutionKey(high: 1 << 60, low: UInt64(thousand * 1_000 + number))
                let row = ExecutionRow(
                    key: key, machine: "m", name: "n\(key.low)", status: 1, startedAt: Timestamp(milliseconds: 1),
                    stoppedAt: Timestamp(milliseconds: 2), definitionSHA256: [1], bytes: record)
                return WriteUnit(mutations: [
                    .insertExecution(row),
                    .appendRecord(execution: key, sequence: 1, firstEventID: 1, eventCount: 8, bytes: record),
                ])
            }
            await withCheckedContinuation { continuation in store.commit(units) { _ in continuation.resume() } }
        }
    }

    /// What a million stored executions cost the next ones, with names of ours (ordered keys) and of clients (random keys).
    @Test(arguments: [false, true])
    func aMillionExecutions(keysAreRandom: Bool) async throws {
        let folder = TemporaryFolder()
        let store = try SQLiteStore(folder: folder.path)
        defer { store.close() }
        let (record, row) = ([UInt8](repeating: 0x61, count: 600), [UInt8](repeating: 0x62, count: 200))
        let clock = ContinuousClock()
        var generator = SystemRandomNumberGenerator()
        for hundredThousand in 0..<UInt64(10) {
            let (start, processorTime) = (clock.now, Self.processorMicroseconds)
            await withTaskGroup(of: Void.self) { group in
                for thousand in 0..<UInt64(100) {
                    let units = (0..<UInt64(1_000)).map { number in
                        let ordinal = hundredThousand * 100_000 + thousand * 1_000 + number
                        let key = ExecutionKey(high: keysAreRandom ? generator.next() : ordinal, low: ordinal)
                        return WriteUnit(mutations: [
                            .insertExecution(
                                ExecutionRow(
                                    key: key, machine: "000000000000:us-east-1:Stock",
                                    name: "f3b1e8f0-2c43-7d10-8c11-\(ordinal)",
                                    status: 1, startedAt: Timestamp(milliseconds: Int64(ordinal)),
                                    stoppedAt: Timestamp(milliseconds: Int64(ordinal)), definitionSHA256: [1],
                                    bytes: row)),
                            .appendRecord(execution: key, sequence: 1, firstEventID: 1, eventCount: 8, bytes: record),
                        ])
                    }
                    if thousand >= 4 { await group.next() }
                    group.addTask {
                        await withCheckedContinuation { continuation in
                            store.commit(units) { _ in continuation.resume() }
                        }
                    }
                }
            }
            let rate = Int(100_000 / ((clock.now - start) / .seconds(1)))
            let cost = (Self.processorMicroseconds - processorTime) / 100_000
            print(
                "\(keysAreRandom ? "random" : "ordered") keys, \(hundredThousand + 1)00,000: \(rate)/s, CPU \(cost) µs each"
            )
        }
        let start = clock.now
        let filter = ExecutionFilter(machine: "000000000000:us-east-1:Stock", status: 1, limit: 100)
        let page = try await store.read { reader throws(StoreError) in try reader.executions(filter).count }
        print("a page of \(page): \((clock.now - start) / .microseconds(1)) µs")
    }

    private func measure(
        _ what: String, callers: Int, histories: Int = 0, beside: (@Sendable (SQLiteStore) async -> Void)? = nil,
        _ mutations: @escaping @Sendable (Int, Int64) -> [Mutation]
    ) async throws {
        let folder = TemporaryFolder()
        let store = try SQLiteStore(folder: folder.path)
        defer { store.close() }
        await fill(store, executions: histories)
        async let _: Void? = beside?(store)
        let clock = ContinuousClock()
        let (start, processorTime) = (clock.now, Self.processorMicroseconds)
        let end = start + .seconds(3)
        let latencies = await withTaskGroup(of: [Duration].self) { group in
            for caller in 0..<callers {
                group.addTask {
                    var latencies: [Duration] = []
                    var (round, now) = (Int64(0), clock.now)
                    while now < end {
                        round += 1
                        let result = await store.commit(WriteUnit(mutations: mutations(caller, round)))
                        precondition(result == .committed)
                        let after = clock.now
                        latencies.append(after - now)
                        now = after
                    }
                    return latencies
                }
            }
            return await group.reduce(into: [Duration]()) { $0 += $1 }.sorted()
        }
        let span = (clock.now - start) / .seconds(1)
        let rate = Int(Double(latencies.count) / span)
        func percentile(_ share: Double) -> Int {
            Int(latencies[min(latencies.count - 1, Int(Double(latencies.count) * share))] / .microseconds(1))
        }
        let cost = (Self.processorMicroseconds - processorTime) / latencies.count
        print(
            "\(what), \(callers) callers: \(rate)/s, p50 \(percentile(0.5)) µs, p99 \(percentile(0.99)) µs, max \(percentile(1)) µs, CPU \(cost) µs each"
        )
    }

    /// Processor time of the whole process, callers included.
    private static var processorMicroseconds: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1_000_000 + usage.ru_utime.tv_usec
            + usage.ru_stime.tv_usec
    }
}
