import ExecutionEngine
import ExecutionHistory
import HandlerContract
import JSONTree
import ResourceNames
import SQLiteStore
import StorageContract
import Synchronization
import TestSupport
import Testing

private let word = "xylophone-of-the-deep"
private let function = "arn:aws:lambda:us-east-1:123456789012:function:price"

/// A task, waits that make records enough for a snapshot, and an end that tells what the input held.
private let machine = #"""
    {"StartAt":"T","States":{"T":{"Type":"Task","Resource":"\#(function)","Next":"A"},
    "A":{"Type":"Wait","Seconds":1,"Next":"B"},"B":{"Type":"Wait","Seconds":1,"Next":"C"},
    "C":{"Type":"Wait","Seconds":1,"End":true}}}
    """#

private let broken = #"{"StartAt":"F","States":{"F":{"Type":"Fail","Error":"E","CausePath":"$.said"}}}"#

private let distributed = #"""
    {"StartAt":"M","States":{"M":{"Type":"Map","Label":"L","ItemProcessor":{
    "ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"P",
    "States":{"P":{"Type":"Pass","End":true}}},"End":true}}}
    """#

/// Executions with a key of their own leave nothing readable in the data folder, survive restarts, and fail when their key is locked.
@Suite struct SealingTests {
    private let keys = KeysInMemory("key")
    private let clock = ManualClock()
    private let folder = TemporaryFolder()

    private let often: EngineLimits = {
        var limits = EngineLimits()
        limits.snapshotRecords = 2
        return limits
    }()

    private func world(_ limits: EngineLimits? = nil) throws -> EngineWorld {
        let world = try EngineWorld(folder, clock: clock, limits: limits ?? often, keys: keys)
        world.invoker.on(function) { request, completion in
            completion(InvocationOutcome(.success(request.payload)))
        }
        return world
    }

    private func start(
        _ world: EngineWorld, _ definition: String = machine, input: String = #"{"said":"\#(word)"}"#,
        isSealed: Bool = true
    ) async throws -> ExecutionARN {
        var request = try await world.request(definition, input: input)
        if isSealed {
            request.sealing = SealingKey(keyID: "key", resource: request.stateMachine.text, reuseSeconds: 60)
        }
        return try await world.engine.start(request).execution
    }

    /// Lets time pass until an execution has ended.
    private func end(_ world: EngineWorld, _ execution: ExecutionARN) async throws -> ExecutionStatus {
        var status = try await world.engine.describe(execution, includingSealed: false).status
        while status == .running {
            clock.advance(by: .seconds(1))
            await Task.yield()
            status = try await world.engine.describe(execution, includingSealed: false).status
        }
        return status
    }

    private func untilWaiting(_ world: EngineWorld, _ execution: ExecutionARN) async throws {
        while try await !world.types(of: execution).contains("WaitStateEntered") { await Task.yield() }
    }

    @Test(arguments: [true, false])
    func noFileHoldsTheTextOfASealedExecution(isSealed: Bool) async throws {
        let world = try world()
        let execution = try await start(world, isSealed: isSealed)
        try await untilWaiting(world, execution)
        // A wait is over: the log is long enough for a snapshot.
        clock.advance(by: .seconds(1))
        while try await world.types(of: execution).filter({ $0 == "WaitStateEntered" }).count < 2 { await Task.yield() }
        #expect(folder.files(holding: word).isEmpty == isSealed)
        #expect(try await end(world, execution) == .succeeded)
        #expect(folder.files(holding: word).isEmpty == isSealed)
        let described = try await world.engine.describe(execution)
        #expect(described.details.output.map { String(decoding: $0, as: UTF8.self) } == #"{"said":"\#(word)"}"#)
        #expect(try await world.types(of: execution).last == "ExecutionSucceeded")
        world.close()
        #expect(folder.files(holding: word).isEmpty == isSealed)
    }

    @Test(arguments: [true, false])
    func movedAndCompactedRecordsStaySealedAndReadable(isSealed: Bool) async throws {
        let first = try world()
        let execution = try await start(first, isSealed: isSealed)
        #expect(try await end(first, execution) == .succeeded)
        first.close()
        let store = try SQLiteStore(folder: folder.path)
        #expect(try await store.moveEndedRecords(before: clock.now + .seconds(1), limit: 10) == 1)
        let moved = folder.files(holding: word)
        #expect(moved.contains { $0.hasPrefix("history/") } == !isSealed)
        #expect(moved.isEmpty == isSealed)
        while try await store.compactMovedRecords(
            before: clock.now + .seconds(10 * 86_400), by: RecordCompaction.compact)
        {}
        store.close()
        #expect(!isSealed || folder.files(holding: word).isEmpty)
        let second = try world()
        defer { second.close() }
        #expect(try await second.types(of: execution).last == "ExecutionSucceeded")
    }

    @Test func aFailureIsSealedToo() async throws {
        let world = try world()
        defer { world.close() }
        let execution = try await start(world, broken)
        #expect(try await end(world, execution) == .failed)
        #expect(try await world.engine.describe(execution).details.cause == word)
        #expect(try await world.engine.describe(execution, includingSealed: false).details.cause == nil)
        #expect(folder.files(holding: word).isEmpty)
    }

    @Test(arguments: [true, false])
    func childrenOfAMapRunAreSealedLikeTheirParent(isSealed: Bool) async throws {
        let world = try world()
        defer { world.close() }
        let execution = try await start(world, distributed, input: #"["\#(word)","2"]"#, isSealed: isSealed)
        #expect(try await world.engine.end(of: execution).status == .succeeded)
        let run = try #require(try await world.engine.mapRuns(of: execution, after: nil, limit: 1).first?.description)
        let children = try await world.engine.children(of: run.arn, status: nil, after: nil, limit: 10)
        #expect(children.count == 2)
        for child in children {
            let described = try await world.engine.describe(child.description.execution)
            #expect(described.details.output != nil)
        }
        #expect(folder.files(holding: word).isEmpty == isSealed)
    }

    @Test func aMapRunWhoseKeyIsLockedFailsItsParentAndEndsOnceTheKeyIsBack() async throws {
        let world = try world()
        defer { world.close() }
        let held = Mutex<[@Sendable (InvocationOutcome) -> Void]>([])
        world.invoker.on(function) { _, completion in held.withLock { $0.append(completion) } }
        let work = #"{"Type":"Task","Resource":"\#(function)","End":true}"#
        let execution = try await start(
            world, distributed.replacing(#"{"Type":"Pass","End":true}"#, with: work), input: "[1,2]")
        while held.withLock(\.count) < 2 { await Task.yield() }
        keys.lock("key", .disabled)
        for completion in held.withLock({ $0 }) { completion(InvocationOutcome(.success(Payload(1)))) }
        #expect(try await end(world, execution) == .failed)
        keys.lock("key", nil)
        #expect(try await world.engine.describe(execution).details.cause == "key is disabled.")
        var run = try #require(try await world.engine.mapRuns(of: execution, after: nil, limit: 1).first?.description)
        while run.status == .running {
            clock.advance(by: .seconds(1))
            await Task.yield()
            run = try await world.engine.mapRun(run.arn)
        }
        let children = try await world.engine.children(of: run.arn, status: nil, after: nil, limit: 10)
        #expect(children.map(\.description.status) == [.failed, .failed])
    }

    @Test func aSealedExecutionGoesOnAfterARestart() async throws {
        let first = try world()
        let execution = try await start(first)
        try await untilWaiting(first, execution)
        first.close()
        let second = try world()
        defer { second.close() }
        #expect(try await end(second, execution) == .succeeded)
        #expect(try await second.types(of: execution).filter { $0 == "WaitStateExited" }.count == 3)
    }

    @Test func aRunningExecutionFailsWhenItsKeyIsLockedAndCanBeRedrivenAfterwards() async throws {
        let world = try world()
        defer { world.close() }
        let execution = try await start(world)
        try await untilWaiting(world, execution)
        keys.lock("key", .disabled)
        #expect(try await end(world, execution) == .failed)
        let failure = EngineFailure.keyUnusable(.unusable(key: "key", .disabled))
        await #expect(throws: failure) { try await world.engine.describe(execution) }
        await #expect(throws: failure) { try await world.types(of: execution) }
        await #expect(throws: failure) { try await world.engine.redrive(execution, clientToken: nil) }
        keys.lock("key", nil)
        let described = try await world.engine.describe(execution)
        #expect(described.details.error == "States.Runtime")
        #expect(described.details.cause == "key is disabled.")
        #expect(try await world.types(of: execution).last == "ExecutionFailed")
        _ = try await world.engine.redrive(execution, clientToken: nil)
        #expect(try await end(world, execution) == .succeeded)
    }

    @Test func aRequestThatFindsTheKeyLockedChangesNothing() async throws {
        let world = try world()
        defer { world.close() }
        let execution = try await start(world)
        try await untilWaiting(world, execution)
        keys.lock("key", .pendingDeletion)
        let failure = EngineFailure.keyUnusable(.unusable(key: "key", .pendingDeletion))
        await #expect(throws: failure) { try await world.engine.stop(execution, error: nil, cause: nil) }
        await #expect(throws: failure) { try await start(world) }
        keys.lock("key", nil)
        #expect(try await end(world, execution) == .succeeded)
    }

    /// Lets an execution fail that a process before could not end, and a third process find it failed.
    private func failedUnread() async throws -> (world: EngineWorld, execution: ExecutionARN) {
        let first = try world()
        let execution = try await start(first)
        try await untilWaiting(first, execution)
        first.close()
        keys.lock("key", .disabled)
        let second = try world()
        #expect(try await end(second, execution) == .failed)
        second.close()
        return (try world(), execution)
    }

    @Test func anExecutionThatHasToGoOnAfterARestartFailsWithoutItsKey() async throws {
        let (world, execution) = try await failedUnread()
        defer { world.close() }
        let failure = EngineFailure.keyUnusable(.unusable(key: "key", .disabled))
        await #expect(throws: failure) { try await world.engine.describe(execution) }
        await #expect(throws: failure) { try await world.types(of: execution) }
        await #expect(throws: failure) { try await world.engine.redrive(execution, clientToken: nil) }
        let stoppedAt = try await world.engine.describe(execution, includingSealed: false).stoppedAt
        clock.advance(by: .seconds(60))
        keys.lock("key", nil)
        let described = try await world.engine.describe(execution)
        #expect(described.details.error == "States.Runtime" && described.details.cause == "key is disabled.")
        let last = try #require(try await world.events(of: execution).last)
        #expect(last.type.name == "ExecutionFailed" && last.timestamp == stoppedAt)
        #expect(try await world.engine.describe(execution).stoppedAt == stoppedAt)
        #expect(folder.files(holding: word).isEmpty)
        _ = try await world.engine.redrive(execution, clientToken: nil)
        #expect(try await end(world, execution) == .succeeded)
        let types = try await world.types(of: execution)
        #expect(types.filter { $0 == "ExecutionFailed" }.count == 1 && types.last == "ExecutionSucceeded")
    }

    @Test func anExecutionThatFailedUnreadIsRedrivenAtOnceWhenItsKeyIsBack() async throws {
        let (world, execution) = try await failedUnread()
        defer { world.close() }
        keys.lock("key", nil)
        _ = try await world.engine.redrive(execution, clientToken: nil)
        #expect(try await end(world, execution) == .succeeded)
        #expect(try await world.types(of: execution).contains("ExecutionRedriven"))
    }

    @Test func theLogOfAnExecutionThatFailedUnreadIsWrittenToItsEndByItself() async throws {
        let (world, execution) = try await failedUnread()
        defer { world.close() }
        keys.lock("key", nil)
        func owes() throws -> Bool {
            try world.store.readNow { reader throws(StoreError) in
                try !reader.obligations(after: nil, limit: 1).isEmpty
            }
        }
        #expect(try owes())
        while try owes() {
            clock.advance(by: .seconds(1))
            await Task.yield()
        }
        #expect(try await world.types(of: execution).last == "ExecutionFailed")
    }

    @Test func anExecutionThatFailsUnreadGivesItsPlaceBackOnce() async throws {
        let first = try world()
        let execution = try await start(first)
        try await untilWaiting(first, execution)
        first.close()
        keys.lock("key", .disabled)
        var limits = often
        limits.openExecutionsMax = 1
        let world = try world(limits)
        defer { world.close() }
        await #expect(throws: EngineFailure.tooManyExecutions(1)) { try await start(world, isSealed: false) }
        #expect(try await end(world, execution) == .failed)
        keys.lock("key", nil)
        let next = try await start(world)
        try await untilWaiting(world, next)
        #expect(try await world.types(of: execution).last == "ExecutionFailed")
        await #expect(throws: EngineFailure.tooManyExecutions(1)) { try await start(world) }
    }

    @Test func aLostKeyKeepsEverythingClosed() async throws {
        let world = try world()
        defer { world.close() }
        let execution = try await start(world)
        #expect(try await end(world, execution) == .succeeded)
        keys.lose("key")
        await #expect(throws: EngineFailure.keyUnusable(.notFound(key: "key"))) {
            try await world.engine.describe(execution)
        }
        #expect(
            try await world.engine.list(ExecutionFilter(machine: "123456789012:us-east-1:machine", limit: 5)).count == 1
        )
    }

    @Test func anExpressExecutionLeavesNothingReadableWhileItRuns() async throws {
        let world = try world()
        defer { world.close() }
        var request = try await world.request(machine, input: #"{"said":"\#(word)"}"#, isExpress: true)
        request.sealing = SealingKey(keyID: "key", resource: request.stateMachine.text, reuseSeconds: 60)
        _ = try await world.engine.start(request)
        #expect(folder.files(holding: word).isEmpty)
    }
}
