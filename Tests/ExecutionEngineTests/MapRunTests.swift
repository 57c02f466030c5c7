import ExecutionEngine
import HandlerContract
import JSONTree
import ResourceNames
import StatesInterpreter
import Synchronization
import TestSupport
import Testing

private let function = "arn:aws:lambda:us-east-1:123456789012:function:price"

/// A machine whose Map state is distributed.
private func machine(_ fields: String = "", type: String = "STANDARD", resource: String? = nil) -> String {
    let work = resource.map { #"{"Type":"Task","Resource":"\#($0)","End":true}"# } ?? #"{"Type":"Pass","End":true}"#
    return #"""
        {"StartAt":"M","States":{"M":{"Type":"Map","Label":"Items",\#(fields)"ItemProcessor":{
        "ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"\#(type)"},"StartAt":"W","States":{"W":\#(work)}},"End":true}}}
        """#
}

@Suite struct MapRunTests {
    /// A function that fails for items equal to 3.
    private func failingAtThree(_ world: EngineWorld) {
        world.invoker.on(function) { request, completion in
            let isThree = request.payload.tree == 3
            completion(
                InvocationOutcome(
                    isThree
                        ? .functionError(HandlerFailure(type: "Broken", message: "three"))
                        : .success(request.payload)))
        }
    }

    private func run(
        _ world: EngineWorld, _ definition: String, input: String = "[1,2,3,4,5]"
    ) async throws -> (ExecutionDescription, MapRunDescription) {
        let started = try await world.engine.start(try await world.request(definition, input: input))
        let end = try await world.engine.end(of: started.execution)
        let runs = try await world.engine.mapRuns(of: started.execution, after: nil, limit: 10)
        return (end, try #require(runs.first?.description))
    }

    @Test(arguments: ["STANDARD", "EXPRESS"])
    func resultsComeInTheOrderOfTheItems(type: String) async throws {
        let folder = TemporaryFolder()
        let world = try EngineWorld(folder)
        defer { world.close() }
        let (end, run) = try await run(world, machine(type: type))
        #expect(end.status == .succeeded)
        #expect(end.details.output.map { String(decoding: $0, as: UTF8.self) } == "[1,2,3,4,5]")
        #expect(run.status == .succeeded)
        #expect(run.children[.succeeded] == 5)
        #expect(
            try await world.types(of: end.execution) == [
                "ExecutionStarted", "MapStateEntered", "MapStateStarted", "MapRunStarted", "MapRunSucceeded",
                "MapStateSucceeded", "MapStateExited", "ExecutionSucceeded",
            ])
        let children = try await world.engine.children(of: run.arn, status: nil, after: nil, limit: 10)
        #expect(children.count == 5)
        let child = try #require(children.first?.description)
        #expect(child.execution.stateMachine.name == "machine/Items")
        #expect(try await world.engine.describe(child.execution).details.mapRun?.mapRunARN == run.arn.text)
    }

    @Test func oneFailedItemIsTooManyUnlessItIsTolerated() async throws {
        let folder = TemporaryFolder()
        let world = try EngineWorld(folder)
        defer { world.close() }
        failingAtThree(world)
        let fields = #""MaxConcurrency":1,"#
        let (failed, run) = try await run(world, machine(fields, resource: function))
        #expect(failed.status == .failed)
        #expect(failed.details.error == "States.ExceedToleratedFailureThreshold")
        #expect(run.status == .failed)
        #expect([run.items[.succeeded], run.items[.failed], run.items[.pending]] == [2, 1, 2])
        let (tolerant, second) = try await self.run(
            world, machine(fields + #""ToleratedFailureCount":1,"#, resource: function))
        #expect(tolerant.status == .succeeded)
        #expect([second.items[.succeeded], second.items[.failed]] == [4, 1])
        #expect(tolerant.details.output.map { String(decoding: $0, as: UTF8.self) } == "[1,2,4,5]")
    }

    @Test func itemsAreSelectedAndBatched() async throws {
        let folder = TemporaryFolder()
        let world = try EngineWorld(folder)
        defer { world.close() }
        let fields = #"""
            "ItemsPath":"$.items","ItemSelector":{"i.$":"$$.Map.Item.Index","v.$":"$$.Map.Item.Value","f.$":"$.from"},
            "ItemBatcher":{"MaxItemsPerBatch":2,"BatchInput":{"b.$":"$.from"}},
            """#
        let (end, run) = try await run(world, machine(fields), input: #"{"items":["a","b","c"],"from":"x"}"#)
        #expect(
            end.details.output.map { String(decoding: $0, as: UTF8.self) }
                == #"[{"BatchInput":{"b":"x"},"Items":[{"i":0,"v":"a","f":"x"},{"i":1,"v":"b","f":"x"}]},{"BatchInput":{"b":"x"},"Items":[{"i":2,"v":"c","f":"x"}]}]"#
        )
        #expect(run.children.total == 2)
        #expect(run.items.total == 3)
    }

    @Test func noMoreRunAtOnceThanAllowed() async throws {
        let folder = TemporaryFolder()
        let world = try EngineWorld(folder)
        defer { world.close() }
        let calls = Mutex<[@Sendable () -> Void]>([])
        world.invoker.on(function) { request, completion in
            calls.withLock { $0.append { completion(InvocationOutcome(.success(request.payload))) } }
        }
        let started = try await world.engine.start(
            try await world.request(machine(#""MaxConcurrency":2,"#, resource: function), input: "[1,2,3]"))
        while calls.withLock({ $0.count }) < 2 { await Task.yield() }
        let arn = try #require(
            try await world.engine.mapRuns(of: started.execution, after: nil, limit: 1).first?.description.arn)
        #expect(try await world.engine.mapRun(arn).children[.running] == 2)
        try await world.engine.updateMapRun(arn, concurrency: 3, toleratedCount: nil, toleratedPercentage: nil)
        while calls.withLock({ $0.count }) < 3 { await Task.yield() }
        for call in calls.withLock({ $0 }) { call() }
        #expect(try await world.engine.end(of: started.execution).status == .succeeded)
    }

    @Test func aStoppedParentStopsItsChildren() async throws {
        let folder = TemporaryFolder()
        let world = try EngineWorld(folder)
        defer { world.close() }
        let count = Mutex(0)
        world.invoker.on(function) { _, _ in count.withLock { $0 += 1 } }
        let started = try await world.engine.start(
            try await world.request(machine(#""MaxConcurrency":1,"#, resource: function), input: "[1,2,3]"))
        while count.withLock({ $0 }) < 1 { await Task.yield() }
        _ = try await world.engine.stop(started.execution, error: nil, cause: nil)
        let runs = try await world.engine.mapRuns(of: started.execution, after: nil, limit: 1)
        let arn = try #require(runs.first?.description.arn)
        var run = try await world.engine.mapRun(arn)
        for _ in 0..<100_000 where run.status == .running {
            await Task.yield()
            run = try await world.engine.mapRun(arn)
        }
        #expect(run.status == .aborted)
        #expect([run.items[.aborted], run.items[.pending]] == [1, 2])
        let children = try await world.engine.children(of: arn, status: nil, after: nil, limit: 10)
        #expect(children.map(\.description.status) == [.aborted])
    }

    @Test(arguments: ["STANDARD", "EXPRESS"])
    func aRedriveRunsOnlyWhatHadNotSucceeded(type: String) async throws {
        let folder = TemporaryFolder()
        let clock = ManualClock()
        var world = try EngineWorld(folder, clock: clock)
        failingAtThree(world)
        let (failed, run) = try await run(
            world, machine(#""MaxConcurrency":1,"#, type: type, resource: function))
        #expect(failed.status == .failed)
        world.close()
        world = try EngineWorld(folder, clock: clock)
        defer { world.close() }
        let asked = Mutex<[JSON]>([])
        world.invoker.on(function) { request, completion in
            asked.withLock { $0.append(request.payload.tree) }
            completion(InvocationOutcome(.success(request.payload)))
        }
        _ = try await world.engine.redrive(failed.execution, clientToken: nil)
        let end = try await world.engine.end(of: failed.execution)
        #expect(end.details.output.map { String(decoding: $0, as: UTF8.self) } == "[1,2,3,4,5]")
        #expect(asked.withLock { $0 } == [3, 4, 5])
        let redriven = try await world.engine.mapRun(run.arn)
        #expect(redriven.redriveCount == 1)
        #expect(redriven.children[.succeeded] == 5)
        // Children that run again keep their ARNs, EXPRESS ones too.
        let children = try await world.engine.children(of: run.arn, status: nil, after: nil, limit: 10)
        #expect(children.map(\.description.status) == Array(repeating: .succeeded, count: 5))
        #expect(try await world.types(of: end.execution).contains("MapRunRedriven"))
    }

    @Test func whatWaitsForARedriveIsCountedAsSuch() async throws {
        let folder = TemporaryFolder()
        let clock = ManualClock()
        var world = try EngineWorld(folder, clock: clock)
        world.invoker.on(function) { _, completion in
            completion(InvocationOutcome(.functionError(HandlerFailure(type: "Boom", message: ""))))
        }
        let (failed, run) = try await run(
            world, machine(#""MaxConcurrency":1,"ToleratedFailureCount":4,"#, type: "STANDARD", resource: function))
        #expect(failed.status == .failed)
        #expect(run.children[.failed] == 5 && run.children[.pendingRedrive] == 0)
        let held = Mutex<[@Sendable (InvocationOutcome) -> Void]>([])
        world.invoker.on(function) { _, completion in held.withLock { $0.append(completion) } }
        _ = try await world.engine.redrive(failed.execution, clientToken: nil)
        while held.withLock(\.count) < 1 { await Task.yield() }
        let waiting = try await world.engine.mapRun(run.arn)
        #expect(waiting.children[.pendingRedrive] == 4 && waiting.children[.running] == 1)
        #expect(waiting.items == waiting.children && waiting.children.total == 5)
        world.close()
        // What a process after this one reads says the same.
        world = try EngineWorld(folder, clock: clock)
        defer { world.close() }
        world.invoker.on(function) { request, completion in
            completion(InvocationOutcome(.success(request.payload)))
        }
        #expect(try await world.engine.mapRun(run.arn).children.total == 5)
    }

    /// As many as would not fit into a byte.
    @Test(.timeLimit(.minutes(10)))
    func aMapRunIsRedrivenUpToItsLimitAndRunsItsChildrenEachTime() async throws {
        var limits = EngineLimits()
        limits.mapRunRedrivesMax = 300
        let folder = TemporaryFolder()
        let world = try EngineWorld(folder, limits: limits)
        defer { world.close() }
        let calls = Mutex(0)
        world.invoker.on(function) { _, completion in
            calls.withLock { $0 += 1 }
            completion(InvocationOutcome(.functionError(HandlerFailure(type: "Boom", message: ""))))
        }
        let started = try await world.engine.start(
            try await world.request(machine(type: "EXPRESS", resource: function), input: "[1]"))
        _ = try await world.engine.end(of: started.execution)
        for redrive in 1...300 {
            _ = try await world.engine.redrive(started.execution, clientToken: nil)
            _ = try await world.engine.end(of: started.execution)
            #expect(calls.withLock { $0 } == redrive + 1)
        }
        for _ in 0..<2 {
            _ = try await world.engine.redrive(started.execution, clientToken: nil)
            let end = try await world.engine.end(of: started.execution)
            #expect(end.details.error == "States.Runtime")
            #expect(end.details.cause == "The Map Run has exceeded the limit of 300 redrives.")
        }
        #expect(calls.withLock { $0 } == 301)
        let run = try #require(
            try await world.engine.mapRuns(of: started.execution, after: nil, limit: 1).first?.description)
        #expect(run.redriveCount == 300 && run.status == .failed)
    }

    /// The Map Run is told to stop, has not heard of the end of its child, and is to go on already.
    @Test(.timeLimit(.minutes(10)), arguments: ["STANDARD", "EXPRESS"])
    func aRedriveWhileChildrenAreBeingStoppedWaitsForThem(type: String) async throws {
        let folder = TemporaryFolder()
        let world = try EngineWorld(folder)
        defer { world.close() }
        let count = Mutex(0)
        let answers = Mutex(false)
        world.invoker.on(function) { request, completion in
            count.withLock { $0 += 1 }
            if answers.withLock({ $0 }) { completion(InvocationOutcome(.success(request.payload))) }
        }
        let started = try await world.engine.start(
            try await world.request(machine(type: type, resource: function), input: "[1,2]"))
        while count.withLock({ $0 }) < 2 { await Task.yield() }
        answers.withLock { $0 = true }
        world.store.holdAnswers(after: 1)
        _ = try await world.engine.stop(started.execution, error: nil, cause: nil)
        async let redriven = world.engine.redrive(started.execution, clientToken: nil)
        while try await world.engine.describe(started.execution).status != .running { await Task.yield() }
        world.store.tellAnswers()
        _ = try await redriven
        let end = try await world.engine.end(of: started.execution)
        #expect(end.details.output.map { String(decoding: $0, as: UTF8.self) } == "[1,2]")
        let run = try #require(
            try await world.engine.mapRuns(of: started.execution, after: nil, limit: 10).first?.description)
        #expect(run.redriveCount == 1)
        #expect(try await world.engine.children(of: run.arn, status: nil, after: nil, limit: 10).count == 2)
    }

    @Test(.timeLimit(.minutes(10)))
    func tenThousandChildren() async throws {
        let folder = TemporaryFolder()
        let world = try EngineWorld(folder)
        defer { world.close() }
        let input = "[\((0..<10_000).map(String.init).joined(separator: ","))]"
        let (end, run) = try await run(world, machine(type: "EXPRESS"), input: input)
        #expect(end.details.output.map { String(decoding: $0, as: UTF8.self) } == input)
        #expect(run.children[.succeeded] == 10_000)
    }
}
