import ExecutionEngine
import HandlerContract
import JSONTree
import ResourceNames
import StorageContract
import Synchronization
import TestSupport
import Testing

private let function = "arn:aws:lambda:us-east-1:123456789012:function:price"
private let task = #"{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"\#(function)","End":true}}}"#

/// After a crash only what may have reached its handler is unknown.
@Suite struct HandoverTests {
    /// Starts a task, crashes, starts again: how the execution ends.
    private func endAfterACrash(leaving isHandedOver: Bool, boots: (String, String) = ("one", "one")) async throws
        -> ExecutionDescription
    {
        let folder = TemporaryFolder()
        let (clock, invoker) = (ManualClock(), ScriptedInvoker())
        invoker.on(function) { request, _ in if isHandedOver { request.onHandover?() } }
        let path = "\(folder.path)/handovers"
        var world = try EngineWorld(
            folder, clock: clock, invoker: invoker, handovers: HandoverMarks(path: path, boot: boots.0))
        let started = try await world.engine.start(try await world.request(task))
        while invoker.calls.isEmpty { await Task.yield() }
        world.close()
        invoker.on(function) { request, completion in
            request.onHandover?()
            completion(InvocationOutcome(.success(Payload(1))))
        }
        world = try EngineWorld(
            folder, clock: clock, invoker: invoker, handovers: HandoverMarks(path: path, boot: boots.1))
        defer { world.close() }
        return try await world.engine.end(of: started.execution)
    }

    @Test func aCallThatNeverLeftIsMadeAgain() async throws {
        #expect(try await endAfterACrash(leaving: false).status == .succeeded)
    }

    @Test func aCallThatLeftIsUnknown() async throws {
        #expect(try await endAfterACrash(leaving: true).details.error == "Lambda.Unknown")
    }

    @Test func afterTheMachineItselfWentDownEveryCallIsUnknown() async throws {
        #expect(try await endAfterACrash(leaving: false, boots: ("one", "two")).details.error == "Lambda.Unknown")
    }

    @Test func marksOfCallsThatWereAnsweredAreUsedAgain() async throws {
        let folder = TemporaryFolder()
        let invoker = ScriptedInvoker()
        invoker.on(function) { request, completion in
            request.onHandover?()
            completion(InvocationOutcome(.success(Payload(1))))
        }
        let path = "\(folder.path)/handovers"
        let world = try EngineWorld(folder, invoker: invoker, handovers: HandoverMarks(path: path, boot: "one"))
        for _ in 0..<50 {
            let started = try await world.engine.start(try await world.request(task))
            #expect(try await world.engine.end(of: started.execution).status == .succeeded)
        }
        world.close()
        // Each slot is 32 bytes behind a header of 64; its last word says whether it counts.
        let bytes = try #require(folder.bytes(of: "handovers"))
        #expect(stride(from: 64, to: bytes.count, by: 32).allSatisfy { bytes[$0 + 24] == 0 })
        #expect(stride(from: 64, to: bytes.count, by: 32).filter { bytes[$0 + 16] != 0 }.count == 1)
    }
}
