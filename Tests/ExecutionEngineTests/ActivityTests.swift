import JSONTree
import ResourceNames
import StatesInterpreter
import StorageContract
import Synchronization
import TestSupport
import Testing

@testable import ExecutionEngine

private let activity = "arn:aws:states:us-east-1:123456789012:activity:work"
private let machine = #"{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"\#(activity)","End":true}}}"#
private let account = "123456789012"

/// Tasks that workers come for.
@Suite struct ActivityTests {
    @Test func aWorkerWaitsAMinuteByTheMonotonicClock() async throws {
        let folder = TemporaryFolder()
        let world = try EngineWorld(folder)
        defer { world.close() }
        let engine = world.engine
        let worker = Task { try await engine.activityTask(of: activity, workerName: nil) }
        let isOver = Mutex(false)
        let watcher = Task {
            _ = try await worker.value
            isOver.withLock { $0 = true }
        }
        // The wall clock alone does not send it away.
        world.clock.jump(by: .seconds(3_600))
        for _ in 0..<1_000 { await Task.yield() }
        #expect(!isOver.withLock { $0 })
        while !isOver.withLock({ $0 }) {
            world.clock.advance(by: .seconds(61))
            await Task.yield()
        }
        try await watcher.value
        #expect(try await worker.value?.token == nil)
    }

    @Test func aTaskGoesToOneWorkerAndIsAnsweredOnce() async throws {
        let folder = TemporaryFolder()
        let world = try EngineWorld(folder)
        defer { world.close() }
        let engine = world.engine
        let workers = (0..<2).map { number in
            Task { try await engine.activityTask(of: activity, workerName: "w\(number)") }
        }
        let started = try await engine.start(try await world.request(machine, input: "7"))
        let second = try await engine.start(try await world.request(machine, input: "8"))
        var inputs: [Int64] = []
        for worker in workers {
            let task = try #require(try await worker.value)
            inputs.append(try #require(task.input.tree.integerValue))
            try await engine.answerTask(token: task.token, account: account, .success(task.input))
            await #expect(throws: EngineFailure.taskOver) {
                try await engine.answerTask(token: task.token, account: account, .success(task.input))
            }
        }
        #expect(inputs.sorted() == [7, 8])
        for execution in [started.execution, second.execution] {
            #expect(try await engine.end(of: execution).status == .succeeded)
        }
    }

    @Test func anAnswerToATaskOfADeletedActivityReachesNobody() async throws {
        let folder = TemporaryFolder()
        let isThere = Mutex(true)
        let world = try EngineWorld(folder, activityExists: { _ in isThere.withLock { $0 } })
        defer { world.close() }
        let engine = world.engine
        let started = try await engine.start(try await world.request(machine))
        let task = try #require(try await engine.activityTask(of: activity, workerName: nil))
        isThere.withLock { $0 = false }
        await #expect(throws: EngineFailure.activityDeleted) {
            try await engine.answerTask(token: task.token, account: account, .success(.emptyObject))
        }
        await #expect(throws: EngineFailure.activityDeleted) {
            try await engine.heartbeat(token: task.token, account: account)
        }
        #expect(try await engine.describe(started.execution).status == .running)
        isThere.withLock { $0 = true }
        try await engine.answerTask(token: task.token, account: account, .success(.emptyObject))
        #expect(try await engine.end(of: started.execution).status == .succeeded)
    }

    @Test func aWorkerThatGaveUpTakesNothing() async throws {
        let folder = TemporaryFolder()
        let world = try EngineWorld(folder)
        defer { world.close() }
        let engine = world.engine
        for _ in 0..<50 {
            let quitter = Task { try await engine.activityTask(of: activity, workerName: "quitter") }
            let started = try await engine.start(try await world.request(machine))
            quitter.cancel()
            let taken = try await quitter.value
            let task = taken == nil ? try await engine.activityTask(of: activity, workerName: "worker") : taken
            try await engine.answerTask(token: try #require(task).token, account: account, .success(.emptyObject))
            #expect(try await engine.end(of: started.execution).status == .succeeded)
        }
    }

    @Test func afterACrashAtEveryCommitInTurnTheTaskIsTakenAndDone() async throws {
        var commits = 1
        while true {
            let folder = TemporaryFolder()
            let clock = ManualClock()
            var world = try EngineWorld(folder, clock: clock, commitsLeft: commits + 1)
            let request = try await world.request(machine, name: "crash")
            let engine = world.engine
            let work = Task {
                _ = try await engine.start(request)
                guard let task = try await engine.activityTask(of: activity, workerName: "before") else { return }
                try await engine.answerTask(token: task.token, account: account, .success(.emptyObject))
            }
            let execution = ExecutionARN(stateMachine: request.stateMachine, name: "crash")
            var hasEnded = false
            while !hasEnded, !world.store.isPowerGone {
                await Task.yield()
                hasEnded = await (try? engine.describe(execution))?.status == .succeeded
            }
            world.close()
            work.cancel()
            world = try EngineWorld(folder, clock: clock)
            if !hasEnded { try await finish(world, request, execution) }
            #expect(
                try await world.types(of: execution) == [
                    "ExecutionStarted", "TaskStateEntered", "ActivityScheduled", "ActivityStarted", "ActivitySucceeded",
                    "TaskStateExited", "ExecutionSucceeded",
                ], "after \(commits) commits")
            world.close()
            if hasEnded { break }
            commits += 1
            try #require(commits < 20)
        }
        #expect(commits > 2)
    }

    /// Does after the crash what was left to be done. A task that was taken keeps its token, which does not depend on the process.
    private func finish(_ world: EngineWorld, _ request: StartRequest, _ execution: ExecutionARN) async throws {
        do {
            _ = try await world.engine.start(request)
        } catch EngineFailure.executionExists { return }
        let minted = TaskToken(execution: .named(execution), task: 3, account: 123_456_789_012)
            .text(sealedWith: try world.store.tokenKey)
        if try await !world.types(of: execution).contains("ActivityStarted") {
            let task = try #require(try await world.engine.activityTask(of: activity, workerName: "after"))
            #expect(task.token == minted)
        }
        try await world.engine.answerTask(token: minted, account: account, .success(.emptyObject))
        #expect(try await world.engine.end(of: execution).status == .succeeded)
    }
}
