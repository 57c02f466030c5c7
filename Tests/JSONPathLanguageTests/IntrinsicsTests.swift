import JSONPathLanguage
import JSONTree
import ResourceNames
import Testing

struct IntrinsicsTests {
    private static let input: JSON = [
        "name": "Ann", "n": 3, "list": [1, 2, 3, 4, 5], "o": ["a": 1, "b": ["x", nil]], "t": "{} and {}", "nul": nil,
    ]

    private func value(_ call: String) throws -> JSON {
        var chance = Chance(seed: 7)
        let scope = PlainScope(input: Self.input, context: ["Execution": ["Name": "e"]], variables: ["v": 40])
        return try IntrinsicCall(call).evaluate(in: scope, chance: &chance)
    }

    @Test(
        arguments: [
            ("States.Format('Hello, {}: {}', $.name, $.n)", "Hello, Ann: 3"),
            ("States.Format('{} {} {}', null, true, 1.50)", "null true 1.5"),
            ("States.Format('{}', $.o)", "{a=1, b=[x, null]}"),
            ("States.Format('{} {} {} {}', 100.0, 1e10, -0.001, 12345678.9)", "100.0 1.0E10 -0.001 1.23456789E7"),
            ("States.Format('{} {} {}', 0.00015, 1e0, 12345678901234567890)", "1.5E-4 1.0 12345678901234567890"),
            ("States.Format($.t, 1, 2)", "1 and 2"),
            ("States.Format('\\{\\} \\' \\\\')", "{} ' \\"),
            ("States.Format('{}', $$.Execution.Name)", "e"), ("States.Format('{}', $.nul)", "null"),
            ("States.Format('a,b)')", "a,b)"),
            ("States.StringToJson('{\"a\": [1]}')", ["a": [1]]), ("States.StringToJson('  ')", nil),
            ("States.StringToJson('-0')", 0),
            ("States.JsonToString($.o)", "{\"a\":1,\"b\":[\"x\",null]}"), ("States.Array()", []),
            ("States.Array(1, 'a', $.n, null)", [1, "a", 3, nil]),
            ("States.ArrayPartition($.list, 2)", [[1, 2], [3, 4], [5]]),
            ("States.ArrayPartition($.list, 2.5)", [[1, 2, 3], [4, 5]]),
            ("States.ArrayContains($.list, 5)", true), ("States.ArrayContains($.list, '5')", false),
            ("States.ArrayContains($.list, 5.0)", true),
            ("States.ArrayRange(1, 9, 2)", [1, 3, 5, 7, 9]), ("States.ArrayRange(3, 1, -1)", [3, 2, 1]),
            ("States.ArrayRange(1, 0, 1)", []),
            ("States.ArrayGetItem($.list, 0)", 1), ("States.ArrayLength($.list)", 5),
            ("States.ArrayLength($.list[?(@ > 3)])", 2),
            (
                "States.ArrayUnique(States.Array(1, 1.0, '1', 1e0, null, null, $.o, $.o))",
                [1, "1", nil, ["a": 1, "b": ["x", nil]]]
            ),
            ("States.Base64Encode('Data to encode')", "RGF0YSB0byBlbmNvZGU="),
            ("States.Base64Decode('RGF0YSB0byBlbmNvZGU=')", "Data to encode"),
            ("States.Hash('input data', 'SHA-1')", "aaff4a450a104cd177d28d18d74485e8cae074b7"),
            ("States.Hash('', 'MD5')", "d41d8cd98f00b204e9800998ecf8427e"),
            (
                "States.JsonMerge(States.StringToJson('{\"a\":{\"x\":1},\"b\":2}'), $.o, false)",
                ["a": 1, "b": ["x", nil]]
            ),
            ("States.MathAdd($v, -1)", 39), ("States.MathAdd(1.5, -1.5)", 1),
            ("States.MathAdd(2147483647, 1)", 2_147_483_648),
            ("States.StringSplit('1,2;;3', ',;')", ["1", "2", "3"]), ("States.StringSplit('', ',')", []),
            ("States.StringSplit('abc', '')", ["abc"]),
            ("States.ArrayGetItem( States.StringSplit('a/b' , '/'), States.MathAdd(0, 1) )", "b"),
            ("States.MathRandom(5, 6)", 5),
        ] as [(String, JSON)])
    func callHasTheValue(call: String, expected: JSON) throws {
        let result = try value(call)
        #expect(result == expected, "\(call): \(result.text)")
    }

    @Test func randomValuesComeFromTheChanceAndTheSeed() throws {
        for number in 0..<50 {
            let random = try #require(try value("States.MathRandom(-3, 4)").integerValue)
            #expect((-3..<4).contains(random))
            let seeded = "States.MathRandom(1, 1000000, \(number))"
            #expect(try value(seeded) == value(seeded))
        }
        #expect(try value("States.UUID()") == value("States.UUID()"))
        #expect(try value("States.UUID()").stringValue?.utf8.count == 36)
    }

    @Test(arguments: [
        "States.Nope()", "States.Format", "States.Format(", "States.Format('a'", "States.Format('a)",
        "States.Format('a') x", "States.UUID(1)",
        "States.MathAdd(1)", "States.Array(1,)", "States.Array(,1)", "States.Array(abc)", "States.Array({})",
        "States.Array($.a b)",
        "States.Array(\"a\")",
        "States.StringToJson('\\\"')", "States.Format('\\n')", "states.UUID()", "",
        "States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array())))))))))))",
    ])
    func malformedCallIsRefused(call: String) {
        #expect(throws: PathSyntaxError.self) { try IntrinsicCall(call) }
    }

    @Test(arguments: [
        "States.Format('{}')", "States.Format('a', 1)", "States.Format('{a}', 1)", "States.Format('}')",
        "States.Format(1)",
        "States.StringToJson('{')",
        "States.ArrayPartition($.list, 0)", "States.ArrayPartition(1, 1)", "States.ArrayRange(1, 2, 0)",
        "States.ArrayRange(0, 1000, 1)",
        "States.ArrayGetItem($.list, 5)", "States.ArrayGetItem($.list, -1)", "States.ArrayLength($.name)",
        "States.Base64Decode('*')",
        "States.Hash('a', 'SHA-3')", "States.JsonMerge($.o, $.o, true)", "States.JsonMerge($.list, $.o, false)",
        "States.MathAdd('1', 1)",
        "States.MathAdd(2147483648, 1)", "States.MathRandom(2, 2)", "States.StringSplit(1, ',')",
    ])
    func functionThatCannotBeComputedFails(call: String) throws {
        let failure = try #require(throws: TemplateFailure.self) { try value(call) }
        #expect(failure.errorName == "States.IntrinsicFailure")
        #expect(failure.cause.hasPrefix("The function '\(call)' had the following error: "))
    }

    @Test func longTextsAreRefused() throws {
        let long = String(repeating: "a", count: 10_001)
        for call in [
            "States.Base64Encode('\(long)')", "States.Base64Decode('\(long)')", "States.Hash('\(long)', 'MD5')",
        ] {
            #expect(throws: TemplateFailure.self) { try value(call) }
        }
    }

    @Test func missingArgumentIsWordedAsAWSDoes() throws {
        let call = "States.Format('{}',States.Format('{}', $.nope))"
        let failure = try #require(throws: TemplateFailure.self) { try value(call) }
        #expect(failure.errorName == "States.Runtime")
        #expect(
            failure.cause
                == "The function '\(call)' had the following error: The JsonPath argument for the field '$.nope' could not be found in "
                + "the input '\(Self.input.text)'")
        #expect(throws: TemplateFailure.self) { try value("States.Format('{}', $.list[9])") }
    }
}
