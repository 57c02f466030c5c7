import ExecutionEngine
import HandlerContract
import JSONTree
import ResourceNames
import StatesInterpreter
import Synchronization
import TestSupport
import Testing

private let function = "arn:aws:lambda:us-east-1:123456789012:function:price"

@Suite struct MapRunCrashTests {
    private func machine(_ type: String) -> String {
        #"""
        {"StartAt":"M","States":{"M":{"Type":"Map","MaxConcurrency":2,"ItemProcessor":{
        "ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"\#(type)"},"StartAt":"W","States":{"W":{
        "Type":"Task","Resource":"\#(function)","Retry":[{"ErrorEquals":["States.ALL"],"IntervalSeconds":1,"MaxAttempts":9}],
        "End":true}}},"End":true}}}
        """#
    }

    /// Lets time pass until the execution is over.
    private func finish(_ world: EngineWorld, _ execution: ExecutionARN) async throws -> ExecutionDescription {
        for _ in 0..<100_000 {
            let description = try await world.engine.describe(execution)
            if description.status != .running { return description }
            world.clock.advance(by: .milliseconds(500))
            await Task.yield()
        }
        Issue.record("the execution is stuck")
        return try await world.engine.describe(execution)
    }

    @Test(arguments: ["STANDARD", "EXPRESS"])
    func afterACrashAtEveryCommitInTurnNoCompletedItemRunsAgain(type: String) async throws {
        var commits = 1
        while true {
            let folder = TemporaryFolder()
            let (clock, invoker) = (ManualClock(), ScriptedInvoker())
            invoker.on(function) { request, completion in completion(InvocationOutcome(.success(request.payload))) }
            var world = try EngineWorld(folder, clock: clock, invoker: invoker, commitsLeft: commits + 1)
            let request = try await world.request(machine(type), name: "crash", input: "[1,2,3,4,5]")
            let engine = world.engine
            let start = Task { try? await engine.start(request) }
            let execution = ExecutionARN(stateMachine: request.stateMachine, name: "crash")
            var hasEnded = false
            while !hasEnded, !world.store.isPowerGone {
                clock.advance(by: .milliseconds(100))
                hasEnded = await (try? world.engine.describe(execution))?.status == .succeeded
            }
            world.close()
            start.cancel()
            world = try EngineWorld(folder, clock: clock, invoker: invoker)
            do {
                _ = try await world.engine.start(
                    try await world.request(machine(type), name: "crash", input: "[1,2,3,4,5]"))
            } catch EngineFailure.executionExists {}
            let end = try await finish(world, execution)
            #expect(
                end.details.output.map { String(decoding: $0, as: UTF8.self) } == "[1,2,3,4,5]",
                "after \(commits) commits: \(end.details.error ?? "") \(end.details.cause ?? "")")
            let run = try #require(
                try await world.engine.mapRuns(of: execution, after: nil, limit: 10).first?.description)
            #expect(run.children[.succeeded] == 5, "after \(commits) commits")
            let children = try await world.engine.children(of: run.arn, status: nil, after: nil, limit: 10)
            #expect(children.count == 5, "after \(commits) commits")
            world.close()
            if hasEnded { break }
            commits += 1
            try #require(commits < 100)
        }
        #expect(commits > 4)
    }
}
