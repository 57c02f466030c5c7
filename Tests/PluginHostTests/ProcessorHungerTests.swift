import HandlerContract
import JSONTree
import ResourceNames
import Testing

@testable import PluginHost

struct ProcessorHungerTests {
    private struct NoLog: FunctionLogSink {
        func append(_ output: FunctionOutput) {}
    }

    private func busy(_ number: UInt64) -> Worker.Phase {
        let request = InvocationRequest(
            resource: "F", payload: Payload(.null), requestID: "1",
            territory: Territory(account: "000000000000", region: "us-east-1"))
        let call = HandlerCall(request, log: NoLog()) { _ in }
        return .busy(Worker.Assignment(call: call, number: number, deadline: .max))
    }

    @Test func aCallThatTakesMuchGivesWayUntilItEnds() {
        var hunger = ProcessorHunger()
        #expect(hunger.note(3_000_000, in: busy(1)) == nil)
        #expect(hunger.note(3_000_001, in: busy(1)) == .long)
        #expect(hunger.note(20_000_000, in: busy(1)) == nil)
        #expect(hunger.note(20_000_001, in: busy(1)) == .spare)
        #expect(hunger.note(100_000_000, in: busy(1)) == nil)
        #expect(hunger.note(100_000_001, in: busy(1)) == .last)
        #expect(hunger.note(900_000_000, in: busy(1)) == nil)
        #expect(hunger.note(901_000_000, in: busy(2)) == .soon)
        // All that it had since the last look counts, however late it is seen.
        #expect(hunger.note(904_000_001, in: busy(3)) == .long)
        #expect(hunger.note(904_000_001, in: .idle(since: 0)) == .soon)
    }

    @Test func aWorkerOnTrialGivesWayUntilItHasAnswered() {
        var hunger = ProcessorHunger(isOnTrial: true)
        #expect(hunger.note(1_000_000, in: busy(1)) == nil)
        #expect(hunger.note(2_000_000, in: busy(2)) == .soon)
        #expect(hunger.note(3_000_000, in: busy(3)) == nil)
        hunger = ProcessorHunger(isOnTrial: true)
        #expect(hunger.note(1_000_000, in: .idle(since: 0)) == .soon)
        #expect(hunger.note(2_000_000, in: busy(2)) == nil)
    }
}
