import ExecutionEngine
import HandlerContract
import JSONTree
import ResourceNames
import TestSupport
import Testing

/// What a clock that skips does to recovery.
@Suite struct VirtualTimeTests {
    private static let function = "arn:aws:lambda:us-east-1:123456789012:function:f"

    /// The only deadline that the store knows of is the time limit of a call that is to be made again.
    @Test(arguments: [1, 4]) func timeIsNotSkippedBeforeWhatWasUnderWayIsTakenUp(loops: Int) async throws {
        for _ in 0..<10 {
            let folder = TemporaryFolder()
            let deaf = ScriptedInvoker()
            deaf.on(Self.function, isIdempotent: true) { _, _ in }
            let first = try VirtualWorld(folder, invoker: deaf)
            let request = try await first.request(
                #"{"StartAt":"T","States":{"T":{"Type":"Task","Resource":"\#(Self.function)","TimeoutSeconds":60,"End":true}}}"#,
                name: "recovered")
            let execution = try await first.engine.start(request).execution
            while deaf.calls.isEmpty { await Task.yield() }
            let begun = first.clock.now
            first.close()

            let answering = ScriptedInvoker()
            answering.on(Self.function, isIdempotent: true) { _, completion in
                completion(InvocationOutcome(.success(Payload("done"))))
            }
            let second = try VirtualWorld(folder, at: begun, loops: loops, invoker: answering)
            let end = try await second.engine.end(of: execution)
            #expect(end.status == .succeeded, "\(end.details.error ?? "")")
            #expect(end.stoppedAt == begun)
            second.close()
        }
    }
}
