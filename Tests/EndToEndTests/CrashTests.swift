import Foundation
import Testing

/// Kills at random instants under load: six in a test run, two hundred in a soak.
@Suite(.serialized, .enabled(if: Script.canRun, Script.advice))
struct CrashTests {
    @Test func killsLoseNothing() {
        let isSoak = ProcessInfo.processInfo.environment["NEWEL_SOAK"] == "1"
        let ending = Script(
            name: "crash", limit: .seconds(isSoak ? 7_200 : 300), settings: ["ROUNDS": isSoak ? "200" : "6"]
        ).run()
        #expect(ending.isGood, "\(ending.report)")
        if isSoak { print(ending.report) }
    }
}
