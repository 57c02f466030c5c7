import Testing

/// Kills at random instants under load: six in a test run, two hundred in a soak.
@Suite(.serialized, .enabled(if: Script.canRun, Script.advice))
struct CrashTests {
    @Test func killsLoseNothing() {
        let ending = Script(
            name: "crash", limit: .seconds(Script.isSoak ? 7_200 : 300),
            settings: ["ROUNDS": Script.isSoak ? "200" : "6"]
        ).run()
        #expect(ending.isGood, "\(ending.report)")
        if Script.isSoak { print(ending.report) }
    }
}
