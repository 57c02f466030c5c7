import ExecutionEngine
import ExecutionHistory
import HandlerContract
import JSONTree
import ResourceNames
import StorageContract
import Synchronization
import TestSupport
import Testing

private let function = "arn:aws:lambda:us-east-1:123456789012:function:price"
private let send = "arn:aws:states:::sqs:sendMessage"

/// A task with a retry, a prepared effect, a wait, a parallel: everything that leaves rows behind.
private let machine = #"""
    {"StartAt":"Price","States":{
    "Price":{"Type":"Task","Resource":"\#(function)","Retry":[{"ErrorEquals":["States.ALL"],"IntervalSeconds":2,"MaxAttempts":9}],"Next":"Send"},
    "Send":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","Parameters":{"QueueUrl":"q","MessageBody":"m"},"ResultPath":null,"Next":"Wait"},
    "Wait":{"Type":"Wait","Seconds":5,"Next":"Both"},
    "Both":{"Type":"Parallel","Branches":[
      {"StartAt":"L","States":{"L":{"Type":"Task","Resource":"\#(function)","Retry":[{"ErrorEquals":["States.ALL"],"MaxAttempts":9}],"End":true}}},
      {"StartAt":"R","States":{"R":{"Type":"Wait","Seconds":1,"End":true}}}],"End":true}}}
    """#

@Suite struct CrashTests {
    /// Messages in the store of the world: what `Send` wrote.
    private func sent(_ world: EngineWorld) throws -> Int {
        try world.store.readNow { reader throws(StoreError) in try reader.messages(queue: 7, after: 0, limit: 100).count
        }
    }

    private func invoker() -> ScriptedInvoker {
        let invoker = ScriptedInvoker()
        let next = Mutex<Int64>(0)
        invoker.on(function) { _, completion in completion(InvocationOutcome(.success(Payload(["p": 1])))) }
        invoker.on(send, preparesEffects: true) { _, completion in
            var outcome = InvocationOutcome(.success(Payload(["MessageId": "1"])))
            let id = next.withLock { next in
                next += 1
                return next
            }
            let row = MessageRow(
                queue: 7, id: id, visibleAt: Timestamp(milliseconds: 0), receiveCount: 0, generation: 0,
                firstReceivedAt: nil, bytes: [])
            outcome.effects = [PreparedWrite(mutations: [.putMessage(row)]) { _ in }]
            completion(outcome)
        }
        return invoker
    }

    private func request(_ world: EngineWorld, isSealed: Bool) async throws -> StartRequest {
        var request = try await world.request(machine, name: "crash")
        guard isSealed else { return request }
        request.sealing = SealingKey(keyID: "key", resource: request.stateMachine.text, reuseSeconds: 60)
        return request
    }

    /// Lets time pass until the execution is over.
    private func finish(_ world: EngineWorld, _ execution: ExecutionARN) async throws -> ExecutionDescription {
        for _ in 0..<200_000 {
            let description = try await world.engine.describe(execution)
            if description.status != .running { return description }
            world.clock.advance(by: .milliseconds(500))
            await Task.yield()
        }
        Issue.record("the execution is stuck")
        return try await world.engine.describe(execution)
    }

    @Test(arguments: [false, true])
    func afterACrashAtEveryCommitInTurnTheExecutionEndsAndTheMessageIsThereOnce(isSealed: Bool) async throws {
        let keys = KeysInMemory("key")
        var commits = 1
        while true {
            let folder = TemporaryFolder()
            let (clock, handlers) = (ManualClock(), invoker())
            var world = try EngineWorld(folder, clock: clock, invoker: handlers, commitsLeft: commits + 1, keys: keys)
            let request = try await request(world, isSealed: isSealed)
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
            world = try EngineWorld(folder, clock: clock, invoker: handlers, keys: keys)
            // A start that was never acknowledged may be lost; whoever sent it sends it again.
            do {
                _ = try await world.engine.start(try await self.request(world, isSealed: isSealed))
            } catch EngineFailure.executionExists {}
            let end = try await finish(world, execution)
            #expect(
                end.status == .succeeded,
                "after \(commits) commits: \(end.details.error ?? "") \(end.details.cause ?? "")")
            #expect(try sent(world) == 1, "after \(commits) commits")
            let events = try await world.events(of: execution)
            #expect(events.map(\.id) == Array(1...Int64(events.count)))
            world.close()
            if hasEnded { break }
            commits += 1
            try #require(commits < 100)
        }
        #expect(commits > 4)
    }
}
