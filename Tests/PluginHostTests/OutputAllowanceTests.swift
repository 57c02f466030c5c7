import Testing

@testable import PluginHost

struct OutputAllowanceTests {
    @Test func whoFloodsWaitsUntilThereIsRoomAgain() {
        var allowance = OutputAllowance(at: 0)
        #expect(allowance.take(1_000, at: 1) == nil)
        #expect(allowance.take(Int(OutputAllowance.burst), at: 2) == 2 + OutputAllowance.pause)
        // It has been over by 1,000 bytes, and what came in the pause is more.
        #expect(allowance.take(19_000, at: 2 + OutputAllowance.pause) == nil)
        #expect(allowance.take(20_000, at: 3 + OutputAllowance.pause) != nil)
    }

    @Test func theRoomIsNeverMoreThanTheBurst() {
        var allowance = OutputAllowance(at: 0)
        #expect(allowance.take(Int(OutputAllowance.burst) - 1, at: 1_000_000_000_000) == nil)
        #expect(allowance.take(1, at: 1_000_000_000_000) != nil)
    }
}
