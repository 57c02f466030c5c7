import JSONPathLanguage
import JSONTree
import ResourceNames
import Testing

/// Texts made at random and by malice: whatever they are, reading and evaluating them ends, and soon.
struct HostileTextsTests {
    private static let fragments = [
        "$", "$$", "$v", ".", "..", "a", "b", "*", "[", "]", "[*]", "[0]", "[-1]", "[1:3]", "[0,1]", "['a']",
        "['a','b']", "[?(", ")]", "@", "@.a",
        "==", "!",
        "&&", "||", "<", ">=", " in ", "=~", "/a*/", "/(a|b)*c/i", "'x'", "\"y\"", "1", "-2.5", "true", "null", "(",
        ")", ",", " ", "length()",
        ".max()",
        "States.Format(", "States.Array(", "States.MathAdd(", "States.StringToJson(", "'{}'", "\\", "\\'", "\u{e9}",
        "\u{1F600}", "[?(@.a)]",
        "[?(@.a == 1)]", "[?(!(@.a > $.b))]", "..a", "..*", "{", "}", "empty", " size ", " anyof ", "[?(@ in [1,2])]",
        "contains", "\u{0}", "\n",
    ]
    private static let input: JSON = [
        "a": [["a": 1, "b": [1, 2, ["a": "x"]]], ["a": [["a": nil]]], 3], "b": ["a": "aab", "b": [[], [1], [[2]]]],
        "c": true,
    ]

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func randomTextsNeitherCrashNorHang(seed: UInt64) {
        var chance = Chance(seed: seed)
        let scope = PlainScope(input: Self.input, context: Self.input, variables: ["v": Self.input])
        var read = 0
        for _ in 0..<6_000 {
            var text =
                Bool.random(using: &chance)
                ? "$" : ["States.Format('{}', $", "$.a[?(@", "States.Array("].randomElement(using: &chance) ?? ""
            for _ in 0..<Int.random(in: 0...9, using: &chance) {
                text += Self.fragments.randomElement(using: &chance) ?? ""
            }
            if let path = try? JSONPath(text) {
                read += 1
                _ = try? path.evaluate(in: scope)
                _ = path.exists(in: scope)
            }
            if let reference = try? ReferencePath(text) { _ = try? reference.inserting(1, into: Self.input) }
            if let call = try? IntrinsicCall(text) {
                read += 1
                _ = try? call.evaluate(in: scope, chance: &chance)
            }
        }
        #expect(read > 200, "seed \(seed): \(read) well-formed texts")
    }

    @Test func explodingPathsStop() throws {
        let row: JSON = .array([JSON](repeating: 1, count: 60))
        let cube: JSON = .array([JSON](repeating: .array([JSON](repeating: row, count: 60)), count: 60))
        for path in [
            "$..*..*..*", "$[*][*][*][0,0,0,0,0,0]", "$..[?(@..[?(@..[?(@..[0])])])]", "$[?($..[0] contains 5)]",
            "$..[?($..* size 7)]",
        ] {
            _ = try? JSONPath(path).evaluate(in: PlainScope(input: cube))
        }
        let deep = (0..<900).reduce(JSON.integer(1)) { inner, _ in ["a": [inner]] }
        #expect(try JSONPath("$..a").evaluate(in: PlainScope(input: deep)).arrayValue?.count == 900)
    }

    @Test func deepTextsAreRefusedNotOverflowed() {
        for (open, close) in [
            ("[?(@", ")]"), ("[?((", "))]"), ("[?(!", ")]"), ("[?(@.a == [", "])]"), ("[?(@.a =~ /(", ")/)]"),
        ] {
            let text = "$" + String(repeating: open, count: 20_000) + String(repeating: close, count: 20_000)
            #expect(throws: PathSyntaxError.self) { try JSONPath(text) }
        }
        #expect(throws: PathSyntaxError.self) { try JSONPath("$[?(" + String(repeating: "(", count: 50_000) + "@") }
        #expect(throws: PathSyntaxError.self) { try JSONPath("$[?(" + String(repeating: "!", count: 50_000) + "@.a)]") }
        #expect(throws: PathSyntaxError.self) { try JSONPath("$" + String(repeating: "..a", count: 50_000)) }
        #expect(throws: PathSyntaxError.self) {
            try JSONPath("$[?(@.a =~ /" + String(repeating: "(a{9}){9}", count: 1) + "{99}{99}/)]")
        }
        #expect(throws: PathSyntaxError.self) { try IntrinsicCall(String(repeating: "States.Array(", count: 50_000)) }
    }

    @Test func filtersInLongPathsInFiltersDoNotOverflow() throws {
        let deep = (0..<130).reduce(JSON.integer(1)) { inner, _ in [inner] }
        let steps = String(repeating: "[*]", count: 120)
        let text = (0..<11).reduce("$" + steps) { inner, _ in "$\(steps)[?(\(inner))]" }
        #expect(throws: PathFailure.self) { try JSONPath(text).evaluate(in: PlainScope(input: deep)) }
        let one = try JSONPath("$" + String(repeating: "[*]", count: 128)).evaluate(in: PlainScope(input: deep))
        #expect(one.arrayValue?.count == 1)
    }

    @Test func longChainsOfNamesAreEvaluated() throws {
        let path = try JSONPath("$" + String(repeating: ".a", count: 900))
        let deep = (0..<900).reduce(JSON.integer(1)) { inner, _ in ["a": inner] }
        #expect(try path.evaluate(in: PlainScope(input: deep)) == 1)
    }

    @Test func patternsTakeTimeInProportion() throws {
        let text = JSON.string(String(repeating: "a", count: 100_000))
        _ = try? JSONPath("$[?(@.t =~ /(a*)*(a*)*(a|aa)+$b/)]").evaluate(in: PlainScope(input: ["t": text]))
        _ = try? JSONPath("$[?(@.t =~ /(a{1,60}){1,60}b/)]").evaluate(in: PlainScope(input: ["t": text]))
    }

    @Test func manyDistinctElementsAreMadeUniqueQuickly() throws {
        let list = JSON.array((0..<60_000).map { .array([.integer(Int64($0))]) })
        var chance = Chance(seed: 1)
        let unique = try IntrinsicCall("States.ArrayUnique($)").evaluate(in: PlainScope(input: list), chance: &chance)
        #expect(unique.arrayValue?.count == 60_000)
    }
}
