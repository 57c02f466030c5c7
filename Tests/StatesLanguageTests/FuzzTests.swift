import JSONTree
import Testing

@testable import StatesLanguage

/// Broken definitions: whatever comes in, an answer comes out.
struct FuzzTests {
    /// A small generator, so that a failing run can be had again.
    private struct Dice {
        var state: UInt64
        mutating func roll(_ sides: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(sides))
        }
    }

    private static let values: [JSON] = [
        nil, true, false, 0, -1, 1.5, "", "$", "$.a", "$$.Task.Token", "$x", "States.UUID()", "$[", [], [[]], [:],
        ["$.a"],
        ["Next": "A"], 9_223_372_036_854_775_807, .decimal("1e400"), "\u{0}", "é", "e\u{301}", ["a.$": "$..b"],
        [["ErrorEquals": ["States.ALL"]]],
    ]
    private static let names = [
        "Type", "Next", "End", "Resource", "Parameters", "Choices", "Branches", "ItemProcessor", "Iterator", "States",
        "StartAt", "Retry",
        "Catch", "ResultPath", "InputPath", "Assign", "Variable", "And", "Not", "StringEquals", "Timestamp",
        "ItemReader", "é", "e\u{301}", "",
    ]

    private static func broken(_ value: JSON, _ dice: inout Dice, depth: Int = 0) -> JSON {
        if dice.roll(12) == 0 { return values[dice.roll(values.count)] }
        switch value {
        case .array(var elements):
            for index in elements.indices { elements[index] = broken(elements[index], &dice, depth: depth + 1) }
            if dice.roll(10) == 0 { elements += elements }
            return .array(elements)
        case .object(let object):
            var copy = JSONObject()
            for (key, value) in object {
                switch dice.roll(24) {
                case 0: continue
                case 1: copy[names[dice.roll(names.count)]] = value
                case 2: copy[key] = values[dice.roll(values.count)]
                default: copy[key] = broken(value, &dice, depth: depth + 1)
                }
            }
            if dice.roll(8) == 0 { copy[names[dice.roll(names.count)]] = values[dice.roll(values.count)] }
            return .object(copy)
        default: return value
        }
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func brokenDefinitionsAreAnswered(seed: UInt64) {
        var dice = Dice(state: seed)
        let sources = [OwnDefinitions.everything] + SharedData.publishedDefinitions().map(\.text)
        for _ in 0..<400 {
            let source = sources[dice.roll(sources.count)]
            guard let tree = try? JSON.parse(source) else { continue }
            let result = check(Self.broken(tree, &dice).text, dice.roll(2) == 0 ? .standard : .express)
            #expect((result.program == nil) == !result.errors.isEmpty, "seed \(seed)")
            #expect(result.problems.allSatisfy { $0.line >= 1 && $0.column >= 1 }, "seed \(seed)")
        }
    }

    @Test(arguments: [5, 6] as [UInt64])
    func brokenTextIsAnswered(seed: UInt64) {
        var dice = Dice(state: seed)
        let source = Array(OwnDefinitions.everything.utf8)
        for _ in 0..<600 {
            var bytes = source
            for _ in 0...dice.roll(3) {
                switch dice.roll(3) {
                case 0: bytes[dice.roll(bytes.count)] = UInt8(dice.roll(256))
                case 1: bytes.remove(at: dice.roll(bytes.count))
                default: bytes = Array(bytes[..<(1 + dice.roll(bytes.count - 1))])
                }
            }
            let result = Definition.check(bytes)
            #expect((result.program == nil) == !result.errors.isEmpty, "seed \(seed)")
            _ = result.refusal
        }
    }

    @Test func deepNestingIsRefused() {
        let open = "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Map\",\"End\":true,\"ItemProcessor\":"
        for depth in [20, 60, 5_000] {
            let text =
                String(repeating: open, count: depth) + "{\"StartAt\":\"Z\",\"States\":{\"Z\":{\"Type\":\"Succeed\"}}}"
                + String(repeating: "}}}", count: depth)
            #expect(check(text).program == nil)
        }
    }
}
