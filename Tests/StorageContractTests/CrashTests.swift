import Glibc
import ResourceNames
import StorageContract
import TestSupport
import Testing

/// Stores whose process is killed while it commits.
@Suite(.serialized) struct CrashTests {
    @Test(arguments: StoreKind.lasting, 1...4)
    func whatWasAcknowledgedSurvivesAKill(kind: StoreKind, round: Int) async throws {
        let folder = TemporaryFolder()
        let path = folder.path
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [path = path as String, name = kind.rawValue as String, round = round as Int] in
            try await Self.commitUntilKilled(
                kind: try #require(StoreKind(rawValue: name)), path: path, units: 300 * round)
        }
        let acknowledged = Self.acknowledged(in: path)
        #expect(acknowledged.count >= 300 * round)

        let store = try kind.open(at: path)
        defer { store.close() }
        let last = acknowledged.max() ?? 0
        for number in 0..<last + 100 {
            let parts = try store.see { reader throws in try Self.parts(of: number, reader) }
            if acknowledged.contains(number) { #expect(parts == 4, "unit \(number) was acknowledged") }
            #expect(parts == 0 || parts == 4, "unit \(number) is half there")
        }
        #expect(await store.write(.insertExecution(.fixture(9_999_999))) == .committed)
    }

    /// Commits from eight tasks; dies in the middle of it, once enough has been acknowledged.
    private static func commitUntilKilled(kind: StoreKind, path: String, units: Int) async throws {
        let store = try kind.open(at: path)
        let file = open(path + "/acknowledged", O_WRONLY | O_CREAT | O_APPEND, 0o600)
        await withTaskGroup(of: Void.self) { group in
            for task in 0..<UInt64(8) {
                group.addTask {
                    var number = task
                    while true {
                        let result = await store.commit(WriteUnit(mutations: Self.mutations(of: number)))
                        precondition(result == .committed)
                        var bytes = number
                        write(file, &bytes, 8)
                        if lseek(file, 0, SEEK_END) >= units * 8 { kill(getpid(), SIGKILL) }
                        number += 8
                    }
                }
            }
        }
    }

    private static func acknowledged(in path: String) -> Set<UInt64> {
        var numbers: Set<UInt64> = []
        let file = open(path + "/acknowledged", O_RDONLY)
        defer { close(file) }
        var number: UInt64 = 0
        while read(file, &number, 8) == 8 { numbers.insert(number) }
        return numbers
    }

    private static func mutations(of number: UInt64) -> [Mutation] {
        [
            .insertExecution(.fixture(number)), .append(number, 1, first: 1, bytes: [UInt8](repeating: 5, count: 700)),
            .putObligation(execution: .fixture(number), id: 1, bytes: [1]),
            .putMessage(.fixture(id: Int64(number) + 1)),
        ]
    }

    /// How many rows of a unit there are.
    private static func parts(of number: UInt64, _ reader: any StoreReader) throws -> Int {
        let key = ExecutionKey.fixture(number)
        let message = try reader.messages(queue: 1, after: Int64(number), limit: 1).first
        return try [
            reader.execution(key) != nil, reader.records(of: key, afterSequence: 0, limit: 2).first?.bytes.count == 700,
            !reader.obligations(of: key).isEmpty, message?.id == Int64(number) + 1,
        ].count { $0 }
    }
}
