import JSONTree
import TemplateLanguage
import Testing

/// Texts become the same trees, whether they are JSON or YAML.
struct TemplateTextTests {
    @Test(arguments: [
        ("!Ref A", #"{"Ref": "A"}"#), ("!GetAtt A.B.C", #"{"Fn::GetAtt": ["A", "B.C"]}"#),
        ("!GetAtt [A, B]", #"{"Fn::GetAtt": ["A", "B"]}"#), ("!Sub 'x-${A}'", #"{"Fn::Sub": "x-${A}"}"#),
        ("!If [C, a, !Ref B]", #"{"Fn::If": ["C", "a", {"Ref": "B"}]}"#),
        ("!Join ['-', [a, b]]", #"{"Fn::Join": ["-", ["a", "b"]]}"#),
        ("!Condition C", #"{"Condition": "C"}"#),
        ("!Not [!Equals [a, b]]", #"{"Fn::Not": [{"Fn::Equals": ["a", "b"]}]}"#),
        ("Fn::Base64: !Sub a", #"{"Fn::Base64": {"Fn::Sub": "a"}}"#),
        ("!FindInMap [A, !Ref B, c]", #"{"Fn::FindInMap": ["A", {"Ref": "B"}, "c"]}"#),
    ])
    func shortFormsOfYAMLAreFunctions(yaml: String, json: String) throws {
        #expect(try value(yaml) == JSON.parse(json))
    }

    @Test(
        arguments: [
            ("2012-10-17", "2012-10-17"), ("'10'", "10"), ("10", 10), ("012345678901", "012345678901"), ("1.5", 1.5),
            ("true", true), ("yes", true), ("Off", false), ("~", nil), ("", nil), ("'true'", "true"), ("1:20", "1:20"),
            ("1_000", "1_000"), ("-3", -3), ("abc", "abc"), ("\"a\\nb\"", "a\nb"), ("|\n    a\n    b\n", "a\nb\n"),
        ] as [(String, JSON)])
    func scalarsOfYAMLAreWhatTheyLookLike(yaml: String, json: JSON) throws {
        #expect(try value(yaml) == json)
    }

    private func value(_ yaml: String) throws -> JSON? {
        let tree = try TemplateText.read("A:\n  \(yaml.contains(": ") && !yaml.hasPrefix("!") ? yaml : "V: \(yaml)")\n")
        return tree["A"]?["V"] ?? tree["A"]
    }

    @Test(arguments: [
        ("{\"A\": }", "Template format error: JSON not well-formed. (line 1, column 7)"),
        ("{\"A\": 1, \"A\": 2}", "Template format error: JSON not well-formed. (line 1, column 10)"),
        ("A:\n  - b\n c: d", "Template format error: YAML not well-formed. (line 3, column 2)"),
        ("A: 1\nA: 2\n", "Template format error: YAML not well-formed. (line 1, column 1)"),
        ("- a", "Template format error: unsupported structure."), ("", "Template format error: unsupported structure."),
        ("A: !Nonsense b", "Template format error: unknown tag !Nonsense."),
    ])
    func badTextsAreRefusedWithTheirPlace(text: String, message: String) {
        #expect(throws: TemplateError(message)) { try TemplateText.read(text) }
    }

    @Test func aliasesCannotMakeASmallTextEndless() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let items = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(items)]\n"
        }
        #expect(throws: TemplateError.self) { try TemplateText.read(text) }
    }
}
