import Testing

@testable import StatesLanguage

/// Large definitions, and very wrong ones.
struct LimitTests {
    @Test func aMegabyteIsTheMost() {
        let text = OwnDefinitions.single(
            "\"Type\":\"Pass\",\"End\":true,\"Comment\":\"\(String(repeating: "x", count: 1_048_576))\"")
        #expect(check(text).program == nil)
        #expect(check(String(text.dropLast(200))).errors.count == 1)
    }

    /// A chain of so many Pass states.
    private func chain(_ count: Int) -> String {
        var text = "{\"StartAt\":\"S0\",\"States\":{"
        for index in 0..<count {
            text += "\"S\(index)\":{\"Type\":\"Pass\",\"Parameters\":{\"a.$\":\"$.b\"},\"Next\":\"S\(index + 1)\"},"
        }
        return text + "\"S\(count)\":{\"Type\":\"Succeed\"}}}"
    }

    /// The least time out of three that a check takes.
    private func leastTime(_ text: String) -> Duration {
        let clock = ContinuousClock()
        return (0..<3).map { _ in clock.measure { _ = check(text) } }.min() ?? .zero
    }

    @Test func aDefinitionOfAMegabyteIsChecked() {
        let text = chain(8_000)
        #expect(text.utf8.count < 1_048_576)
        #expect(check(text).program?.graph.states.count == 8_001)
    }

    @Test func checkingGrowsWithTheDefinitionAndNotWithItsSquare() {
        // Sixteen times the states: 16 when it grows with them, 256 with their square.
        #expect(leastTime(chain(8_000)) / leastTime(chain(500)) < 100)
    }

    @Test func countlessProblemsAreCut() {
        let fields = (0..<30_000).map { "\"x\($0)\":1" }.joined(separator: ",")
        let result = check(OwnDefinitions.single("\"Type\":\"Pass\",\"End\":true,\(fields)"))
        #expect(result.program == nil)
        #expect(result.problems.count == 1_000)
    }

    @Test func manyWarningsHideNoError() {
        let fields = (0..<1_000).map { "\"x\($0)\":\"$.a\"" }.joined(separator: ",")
        let result = check(OwnDefinitions.single("\"Type\":\"Pass\",\"Parameters\":{\(fields)}"))
        #expect(result.program == nil)
        #expect(result.errors.count == 1)
    }

    @Test(arguments: [(80, true), (81, false)])
    func namesHaveEightyCharacters(count: Int, isValid: Bool) {
        let name = String(repeating: "\u{1F680}", count: count)
        let text = "{\"StartAt\":\"\(name)\",\"States\":{\"\(name)\":{\"Type\":\"Succeed\"}}}"
        #expect((check(text).program != nil) == isValid)
    }

    @Test func namesThatOnlyLookAlikeAreNotTransitions() {
        let text = "{\"StartAt\":\"caf\u{e9}\",\"States\":{\"cafe\u{301}\":{\"Type\":\"Succeed\"}}}"
        #expect(check(text).errors.map(\.code) == ["MISSING_TRANSITION_TARGET", "MISSING_TRANSITION_TARGET"])
    }
}
