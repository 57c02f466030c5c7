import Digests
import ExecutionEngine
import ExecutionHistory
import JSONTree
import ResourceNames
import SQLiteStore
import StorageContract
import TestSupport
import Testing

/// What moving and compacting a history means to the engine.
@Suite struct EngineHistoryTests {
    private static let definition = #"{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}"#

    @Test func aCompactedHistoryIsShownAsItWas() async throws {
        try await Self.withEngine { engine, store async throws in
            let execution = try await Self.run("shown", engine, store)
            let before = try await Self.events(execution, engine)
            #expect(before.last == "ExecutionSucceeded" && before.count == 4)
            try await Self.moveAndCompact(store)
            #expect(try await Self.events(execution, engine) == before)
            let record = try #require(
                try await engine.records(of: execution, fromEventID: 1, isReversed: false, limit: 9).first)
            #expect(try RecordReader(record.bytes).isReplayable == false)
        }
    }

    @Test func aNameThatIsKeptIsRefused() async throws {
        try await Self.withEngine { engine, store async throws in
            let execution = try await Self.run("kept", engine, store)
            let forEver = Timestamp(milliseconds: .max)
            #expect(
                try await store.deleteEndedExecutions(
                    before: forEver, keepingNamesSince: Timestamp(milliseconds: 0), limit: 9) == 1)
            await #expect(throws: EngineFailure.executionDoesNotExist) {
                try await engine.records(of: execution, fromEventID: 1, isReversed: false, limit: 1)
            }
            await #expect(throws: EngineFailure.executionExists) { try await Self.run("kept", engine, store) }
            #expect(try await store.freeNames(before: forEver, limit: 9) == 1)
            _ = try await Self.run("kept", engine, store)
        }
    }

    /// A build that lets an execution go on although its inputs are gone: it is held and named, and nothing crashes.
    @Test func aCompactedRecordThatIsToBeReplayedHoldsItsExecution() async throws {
        try await Self.withEngine { engine, store async throws in
            let execution = try await Self.run("again", engine, store)
            try await Self.moveAndCompact(store)
            var row = try #require(
                try await store.read { reader throws(StoreError) in
                    try reader.executions(ExecutionFilter(machine: "123456789012:us-east-1:machine", limit: 9)).first
                })
            (row.status, row.stoppedAt) = (0, nil)
            #expect(await store.commit(WriteUnit(mutations: [.putExecution(row)])) == .committed)
            #expect(engine.held.count == 0)
            _ = try? await engine.stop(execution, error: nil, cause: nil)
            #expect(engine.held.count == 1 && engine.held.names == [execution.text])
            #expect(try await Self.events(execution, engine).count == 4)
        }
    }

    private static func withEngine(_ body: (ExecutionEngine, SQLiteStore) async throws -> Void) async throws {
        let folder = TemporaryFolder()
        let store = try SQLiteStore(folder: folder.path)
        // A clock of its own: an end must be older than the minute in which the engine answers for it from memory.
        let engine = try ExecutionEngine(
            store: store, invoker: ScriptedInvoker(), clock: ManualClock(), entropy: Entropy(seed: 1))
        try engine.start()
        defer {
            engine.stop()
            store.close()
        }
        try await body(engine, store)
    }

    private static func run(
        _ name: String, _ engine: ExecutionEngine, _ store: SQLiteStore
    ) async throws -> ExecutionARN {
        let text = Array(definition.utf8)
        let sha256 = Digests.sha256(text)
        _ = await store.commit(WriteUnit(mutations: [.putDefinition(sha256: sha256, text: text)]))
        let machine = StateMachineARN(
            territory: Territory(account: "123456789012", region: "us-east-1"), name: "machine")
        let request = StartRequest(
            stateMachine: machine, name: name, input: try Payload(parsing: Array("{}".utf8)),
            roleARN: "arn:aws:iam::123456789012:role/machine", definitionSHA256: sha256, isExpress: false)
        let execution = try await engine.start(request).execution
        _ = try await engine.end(of: execution)
        return execution
    }

    private static func events(_ execution: ExecutionARN, _ engine: ExecutionEngine) async throws -> [String] {
        try await engine.records(of: execution, fromEventID: 1, isReversed: false, limit: 99)
            .flatMap { try RecordReader($0.bytes).events().map(\.type.name) }
    }

    private static func moveAndCompact(_ store: SQLiteStore) async throws {
        let forEver = Timestamp(milliseconds: .max)
        while try await store.moveEndedRecords(before: forEver, limit: 9) > 0 {}
        #expect(try await store.compactMovedRecords(before: forEver, by: RecordCompaction.compact))
    }
}
