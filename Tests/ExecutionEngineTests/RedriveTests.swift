import ExecutionEngine
import HandlerContract
import JSONTree
import ResourceNames
import Synchronization
import TestSupport
import Testing

private let function = "arn:aws:lambda:us-east-1:123456789012:function:price"
private let machine = #"""
    {"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Task","Resource":"\#(function)","End":true}}}
    """#

@Suite struct RedriveTests {
    /// A world in which the function fails, and the execution that failed by it.
    private func failed(_ folder: TemporaryFolder, _ clock: ManualClock) async throws -> (EngineWorld, ExecutionARN) {
        let world = try EngineWorld(folder, clock: clock)
        world.invoker.on(function) { _, completion in
            completion(InvocationOutcome(.functionError(HandlerFailure(type: "Broken", message: "no"))))
        }
        let started = try await world.engine.start(try await world.request(machine))
        #expect(try await world.engine.end(of: started.execution).status == .failed)
        return (world, started.execution)
    }

    private func repair(_ world: EngineWorld) {
        world.invoker.on(function) { _, completion in completion(InvocationOutcome(.success(Payload(1)))) }
    }

    @Test(arguments: [false, true])
    func aFailedExecutionGoesOnOnTheSameLogAlsoAfterARestart(isRestarted: Bool) async throws {
        let folder = TemporaryFolder()
        let clock = ManualClock()
        var (world, execution) = try await failed(folder, clock)
        if isRestarted {
            world.close()
            world = try EngineWorld(folder, clock: clock)
        }
        defer { world.close() }
        repair(world)
        clock.advance(by: .seconds(5))
        let at = try await world.engine.redrive(execution, clientToken: nil)
        #expect(at == clock.now)
        let end = try await world.engine.end(of: execution)
        #expect(end.status == .succeeded)
        #expect(end.details.redriveCount == 1)
        #expect(end.details.error == nil)
        let types = try await world.types(of: execution)
        #expect(types.filter { $0 == "PassStateEntered" }.count == 1)
        #expect(types.suffix(6).first == "ExecutionRedriven")
        await #expect(throws: EngineFailure.notRedrivable(.succeeded)) {
            try await world.engine.redrive(execution, clientToken: nil)
        }
    }

    @Test func theSameClientTokenRedrivesOnce() async throws {
        let folder = TemporaryFolder()
        let (world, execution) = try await failed(folder, ManualClock())
        defer { world.close() }
        let first = try await world.engine.redrive(execution, clientToken: "one")
        #expect(try await world.engine.end(of: execution).status == .failed)
        #expect(try await world.engine.redrive(execution, clientToken: "one") == first)
        #expect(try await world.engine.describe(execution).details.redriveCount == 1)
        _ = try await world.engine.redrive(execution, clientToken: "two")
        #expect(try await world.engine.end(of: execution).details.redriveCount == 2)
    }

    /// The end is on disk, so that others see it, and the loop that wrote it has not heard of that yet.
    @Test(.timeLimit(.minutes(10))) func aRedriveThatOvertakesTheNewsOfTheEndComesAfterIt() async throws {
        let folder = TemporaryFolder()
        var limits = EngineLimits()
        limits.loopCount = 1
        let world = try EngineWorld(folder, limits: limits)
        defer { world.close() }
        let request = try await world.request(
            #"{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":9,"Next":"F"},"F":{"Type":"Fail"}}}"#)
        let other = try await world.request(machine)
        let execution = try await world.engine.start(request).execution
        world.store.holdAnswers(after: 0)
        world.clock.advance(by: .seconds(10))
        while try await world.engine.describe(execution).status == .running { await Task.yield() }
        async let redriven = world.engine.redrive(execution, clientToken: nil)
        // Whoever asks the loop after it is answered after it.
        for _ in 0..<1_000 { await Task.yield() }
        _ = try await world.engine.prepareStart(other)
        world.store.tellAnswers()
        _ = try await redriven
        let end = try await world.engine.end(of: execution)
        #expect(end.status == .failed)
        #expect(end.details.redriveCount == 1)
    }

    @Test func aRunningExecutionIsNotRedriven() async throws {
        let folder = TemporaryFolder()
        let world = try EngineWorld(folder)
        defer { world.close() }
        world.invoker.on(function) { _, _ in }
        let started = try await world.engine.start(try await world.request(machine))
        await #expect(throws: EngineFailure.notRedrivable(.running)) {
            try await world.engine.redrive(started.execution, clientToken: nil)
        }
    }
}
