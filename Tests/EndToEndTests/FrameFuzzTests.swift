import Testing

/// Workers and hosts that send each other anything: a thousand times in a test run, for `NEWEL_FUZZ_SECONDS` (3,600) in a soak.
@Suite(.serialized, .enabled(if: Script.canRun, Script.advice))
struct FrameFuzzTests {
    @Test func noFrameHurtsTheOtherSide() {
        let ending = Script(name: "frames", limit: .seconds(Script.isSoak ? 14_400 : 300)).run()
        #expect(ending.isGood, "\(ending.report)")
        if Script.isSoak { print(ending.report) }
    }
}
