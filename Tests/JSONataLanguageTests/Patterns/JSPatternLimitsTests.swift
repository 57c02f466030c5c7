import Testing

@testable import JSONataLanguage

/// No expression hangs, crashes or fills the memory.
struct JSPatternLimitsTests {
    @Test(arguments: [
        "(a*)*b", "(a|a)*b", "(a+)+$", "(?:a?){40}a{40}$", "(?=(a+)+b)c", "(.*)(.*)(.*)(.*)(.*)x", "(?:){1000000000}",
    ])
    func exploringTooLongIsGivenUp(source: String) throws {
        let pattern = try JSPattern(source, flags: "")
        let text = Array(String(repeating: "a", count: 60).utf16) + [0x21]
        var steps = 200_000
        #expect(throws: StepLimit.self) { try pattern.firstMatch(in: text, from: 0, steps: &steps) }
    }

    @Test func rememberingTooMuchIsGivenUp() throws {
        let pattern = try JSPattern("(?:ab|ac)*d", flags: "")
        let text = [[UInt16]](repeating: [0x61, 0x62], count: 1_200_000).flatMap { $0 }
        var steps = Int.max
        #expect(throws: StepLimit.self) { try pattern.firstMatch(in: text, from: 0, steps: &steps) }
    }

    @Test func runsOfOneSetTakeNoMemory() throws {
        let pattern = try JSPattern("^(.*)b$", flags: "")
        let text = [UInt16](repeating: 0x61, count: 2_000_000) + [0x62]
        var steps = 10_000_000
        #expect(try pattern.firstMatch(in: text, from: 0, steps: &steps)?.groups == [0..<2_000_000])
    }

    @Test func nestingTooDeepIsRefused() {
        let source = String(repeating: "(", count: 5_000) + String(repeating: ")", count: 5_000)
        #expect(throws: JSPatternError.self) { try JSPattern(source, flags: "") }
        #expect(throws: JSPatternError.self) { try JSPattern(String(repeating: "a", count: 40_000), flags: "") }
    }

    @Test func stepsAreCountedDown() throws {
        let pattern = try JSPattern("b", flags: "")
        var steps = 1_000
        _ = try pattern.firstMatch(in: Array("aaab".utf16), from: 0, steps: &steps)
        #expect(steps < 1_000 && steps > 900)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func anyExpressionComesToAnEnd(seed: UInt64) {
        var chance = SplitMix(state: seed)
        for _ in 0..<1_500 {
            let source = chance.text(pieces: Self.pieces, count: 12)
            let text = Array(chance.text(pieces: ["a", "b", "A", "1", " ", "\n", "é", "😀"], count: 20).utf16)
            guard let pattern = try? JSPattern(source, flags: chance.below(2) == 0 ? "" : "im") else { continue }
            var steps = 5_000
            guard let match = try? pattern.firstMatch(in: text, from: 0, steps: &steps) else { continue }
            let ranges = [match.range] + match.groups.compactMap { $0 }
            #expect(ranges.allSatisfy { $0.upperBound <= text.count }, "seed \(seed): \(source)")
        }
    }

    private static let pieces = [
        "a", "b", "é", "(", ")", "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?<n>", "[", "]", "[^", "-", "{", "}", "{1,2}",
        "{3,}",
        "*", "+", "?", "|", "^", "$", "\\", "\\b", "\\1", "\\2", "\\k<n>", "\\d", "\\W", ".", "\\u0061", "😀", ",", "0",
    ]
}

/// Repeatable chance.
private struct SplitMix {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }

    mutating func text(pieces: [String], count: Int) -> String {
        var text = ""
        for _ in 0..<below(count) + 1 { text += pieces[below(pieces.count)] }
        return text
    }
}
