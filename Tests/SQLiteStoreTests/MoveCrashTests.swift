import Glibc
import ResourceNames
import StorageContract
import TestSupport
import Testing

@testable import SQLiteStore

/// Processes that are killed while they move finished histories.
@Suite(.serialized) struct MoveCrashTests {
    private static let executions: UInt64 = 120

    @Test(arguments: 1...6)
    func aKillWhileMovingLosesAndDoublesNothing(round: Int) async throws {
        let folder = TemporaryFolder()
        let store = try SQLiteStore(folder: folder.path)
        for number in 1...Self.executions {
            let stoppedAt = Timestamp.day(Int64(number / 30)).milliseconds
            let result = await store.write(
                .append(number, event: 1, bytes: [UInt8](repeating: 1, count: 2_000)), .append(number, event: 2),
                .put(number, status: 1, stoppedAt: stoppedAt))
            #expect(result == .committed)
        }
        store.close()
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = folder.path as String, pause = UInt32(round) * 1_500 as UInt32] in
            let store = try SQLiteStore(folder: path)
            _ = WorkerThread(name: "killer") {
                usleep(pause)
                kill(getpid(), SIGKILL)
            }
            while try await store.moveEndedRecords(before: .day(99), limit: 3) > 0 {}
            while try await store.compactMovedRecords(before: .day(99), by: { Array($0.prefix(1_000)) }) {}
            sleep(60)
        }
        let reopened = try SQLiteStore(folder: folder.path)
        defer { reopened.close() }
        for number in 1...Self.executions { #expect(try reopened.recordCount(number) == 2, "\(number)") }
        try await reopened.moveAll()
        for number in 1...Self.executions { #expect(try reopened.recordCount(number) == 2, "\(number)") }
        #expect(try await reopened.deleteEnded(before: .day(99)) == 29, "one day at a time")
        #expect(await reopened.write(.append(Self.executions, event: 3)) == .committed)
        #expect(try reopened.recordCount(Self.executions) == 3)
    }
}
