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
        #expect(hunger.note(5_000_000, in: busy(1)) == nil)
        #expect(hunger.note(105_000_000, in: busy(1)) == nil)
        #expect(hunger.note(105_000_001, in: busy(1)) == true)
        #expect(hunger.note(900_000_000, in: busy(1)) == nil)
        #expect(hunger.note(900_000_000, in: busy(2)) == false)
    }

    @Test func aWorkerOnTrialGivesWayUntilItHasAnswered() {
        var hunger = ProcessorHunger(isOnTrial: true)
        #expect(hunger.note(1_000_000, in: busy(1)) == nil)
        #expect(hunger.note(2_000_000, in: busy(2)) == false)
        #expect(hunger.note(3_000_000, in: busy(3)) == nil)
        hunger = ProcessorHunger(isOnTrial: true)
        #expect(hunger.note(1_000_000, in: .idle(since: 0)) == false)
        #expect(hunger.note(2_000_000, in: busy(2)) == nil)
    }
}
