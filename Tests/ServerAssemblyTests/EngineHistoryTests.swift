import Digests
import ExecutionEngine
import ExecutionHistory
import JSONTree
import ResourceNames
import SQLiteStore
import StatesInterpreter
import StorageContract
import TestSupport
import Testing

/// What moving and compacting a history means to the engine.
@Suite struct EngineHistoryTests {
    private static let definition = #"{"StartAt":"P","States":{"P":{"Type":"Pass","End":true}}}"#

    @Test func aCompactedHistoryIsShownAsItWasAndCanBeForked() async throws {
        try await Self.withEngine { engine, store async throws in
            let word = String(repeating: "again and ", count: 50)
            let definition = #"{"StartAt":"P","States":{"P":{"Type":"Pass","Result":"\#(word)","End":true}}}"#
            let execution = try await Self.run("shown", engine, store, definition: definition)
            func first() async throws -> RecordRow {
                let records = try await engine.records(of: execution, fromEventID: 1, isReversed: false, limit: 9)
                return try #require(records.first)
            }
            let (before, long) = (try await Self.events(execution, engine), try await first())
            #expect(before.last == "ExecutionSucceeded" && before.count == 4)
            try await Self.moveAndCompact(store)
            #expect(try await Self.events(execution, engine) == before)
            let short = try await first()
            #expect(short.bytes.count < long.bytes.count)
            #expect(try RecordReader(short.bytes).isReplayable)
            let fork = try await engine.fork(execution, at: 2, input: nil, name: nil).execution
            #expect(try await engine.end(of: fork).status == .succeeded)
            #expect(try await Self.events(fork, engine) == before)
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

    /// An earlier build dropped the inputs two weeks after the end. A build that lets such an execution go on holds and names it, and nothing crashes.
    @Test func aRecordWithoutInputsThatIsToBeReplayedHoldsItsExecution() async throws {
        try await Self.withEngine { engine, store async throws in
            let execution = try await Self.run("again", engine, store)
            try await Self.moveAndCompact(store, by: FormerRecords.compacted)
            let refusal = await #expect(throws: EngineFailure.self) {
                try await engine.fork(execution, at: 2, input: nil, name: nil)
            }
            #expect("\(try #require(refusal))".contains("an earlier version shortened it"))
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

    /// A Map Run that has failed keeps its items for a redrive; in time nothing is left of it, its children and its parent.
    @Test func mapRunsAndTheirChildrenGoWithTheExecution() async throws {
        let machine = #"""
            {"StartAt":"M","States":{"M":{"Type":"Map","ItemReader":{"Resource":"arn:aws:states:::s3:getObject",
            "Parameters":{"Bucket":"b","Key":"k.json"}},"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED",
            "ExecutionType":"STANDARD"},"StartAt":"F","States":{"F":{"Type":"Fail"}}},"End":true}}}
            """#
        try await Self.withEngine(objects: ObjectsInMemory(["k.json": "[1,2,3]"])) { engine, store async throws in
            let execution = try await Self.run("parent", engine, store, definition: machine)
            let run = try #require(try await engine.mapRuns(of: execution, after: nil, limit: 9).first?.description)
            #expect(run.status == .failed && run.items[.failed] > 0)
            func items() async throws -> Int {
                try await store.read { reader throws(StoreError) in
                    try reader.resources(kind: OwnedResources.mapRunItems, keyPrefix: "", after: nil, limit: 9).count
                }
            }
            #expect(try await items() == 1)
            let forEver = Timestamp(milliseconds: .max)
            while try await store.moveEndedRecords(before: forEver, limit: 9) > 0 {}
            #expect(try await engine.mapRun(run.arn).children[.failed] > 0)
            while try await store.deleteEndedExecutions(before: forEver, keepingNamesSince: forEver, limit: 9) > 0 {}
            #expect(try await items() == 0)
            await #expect(throws: EngineFailure.mapRunDoesNotExist) { try await engine.mapRun(run.arn) }
            #expect(try await engine.children(of: run.arn, status: nil, after: nil, limit: 9).isEmpty)
        }
    }

    /// Results of children that ended long ago are still to be read when their Map Run ends.
    @Test func childrenOfAMapRunThatIsNotOverAreNeeded() async throws {
        let machine = #"""
            {"StartAt":"M","States":{"M":{"Type":"Map","MaxConcurrency":1,"ItemProcessor":{"ProcessorConfig":{
            "Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{
            "Variable":"$","NumericEquals":1,"Next":"S"}],"Default":"W"},"S":{"Type":"Succeed"},"W":{"Type":"Wait",
            "Seconds":9,"Next":"S"}}},"End":true}}}
            """#
        try await Self.withEngine { engine, store async throws in
            let execution = try await Self.start("parent", engine, store, definition: machine, input: "[1,2]")
            var run: MapRunDescription?
            while run?.children[.succeeded] != 1 {
                run = try await engine.mapRuns(of: execution, after: nil, limit: 9).first?.description
                await Task.yield()
            }
            let arn = try #require(run).arn
            let forEver = Timestamp(milliseconds: .max)
            func delete() async throws -> Int {
                try await store.deleteEndedExecutions(
                    before: forEver, keepingNamesSince: forEver, limit: 9, sparing: engine.needsExecutions)
            }
            #expect(try await delete() == 0)
            #expect(try await engine.children(of: arn, status: nil, after: nil, limit: 9).count == 2)
            _ = try await engine.stop(execution, error: nil, cause: nil)
            while try await engine.mapRun(arn).status == .running { await Task.yield() }
            var deleted = 0
            while try await store.deleteEndedExecutions(before: forEver, keepingNamesSince: forEver, limit: 1) > 0 {
                deleted += 1
            }
            #expect(deleted == 4, "two children, the Map Run, its parent")
        }
    }

    private static func withEngine(
        objects: (any MapRunObjects)? = nil, _ body: (ExecutionEngine, SQLiteStore) async throws -> Void
    ) async throws {
        let folder = TemporaryFolder()
        let store = try SQLiteStore(folder: folder.path)
        // A clock of its own: an end must be older than the minute in which the engine answers for it from memory.
        let engine = try ExecutionEngine(
            store: store, invoker: ScriptedInvoker(), clock: ManualClock(), entropy: Entropy(seed: 1), objects: objects)
        try engine.start()
        defer {
            engine.stop()
            store.close()
        }
        try await body(engine, store)
    }

    private static func run(
        _ name: String, _ engine: ExecutionEngine, _ store: SQLiteStore, definition: String = definition
    ) async throws -> ExecutionARN {
        let execution = try await start(name, engine, store, definition: definition)
        _ = try await engine.end(of: execution)
        return execution
    }

    private static func start(
        _ name: String, _ engine: ExecutionEngine, _ store: SQLiteStore, definition: String, input: String = "{}"
    ) async throws -> ExecutionARN {
        let text = Array(definition.utf8)
        let sha256 = Digests.sha256(text)
        _ = await store.commit(WriteUnit(mutations: [.putDefinition(sha256: sha256, text: text)]))
        let machine = StateMachineARN(
            territory: Territory(account: "123456789012", region: "us-east-1"), name: "machine")
        let request = StartRequest(
            stateMachine: machine, name: name, input: try Payload(parsing: Array(input.utf8)),
            roleARN: "arn:aws:iam::123456789012:role/machine", definitionSHA256: sha256, isExpress: false)
        return try await engine.start(request).execution
    }

    private static func events(_ execution: ExecutionARN, _ engine: ExecutionEngine) async throws -> [String] {
        try await engine.records(of: execution, fromEventID: 1, isReversed: false, limit: 99)
            .flatMap { try RecordReader($0.bytes).events().map(\.type.name) }
    }

    private static func moveAndCompact(
        _ store: SQLiteStore, by compact: @escaping @Sendable ([UInt8]) -> [UInt8]? = RecordCompaction.compact
    ) async throws {
        let forEver = Timestamp(milliseconds: .max)
        while try await store.moveEndedRecords(before: forEver, limit: 9) > 0 {}
        #expect(try await store.compactMovedRecords(before: forEver, by: compact))
    }
}
