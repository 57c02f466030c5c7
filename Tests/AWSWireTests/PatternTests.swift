import Testing

@testable import AWSWire

@Suite struct TextPatternTests {
    @Test(arguments: [
        (#"^(?=.*[a-zA-Z_\-\.])[a-zA-Z0-9_\-\.]+$"#, "PROD", true),
        (#"^(?=.*[a-zA-Z_\-\.])[a-zA-Z0-9_\-\.]+$"#, "123", false),
        (#"^(?=.*[a-zA-Z_\-\.])[a-zA-Z0-9_\-\.]+$"#, "INVALID ALIAS", false), ("[!-~]+", "a~b", true),
        ("[!-~]+", "a b", false),
        (#"\p{ASCII}*"#, "", true), (#"\p{ASCII}*"#, "é", false), ("(?!^[0-9]+$)([a-zA-Z0-9-_]+)", "12", false),
        ("(?!^[0-9]+$)([a-zA-Z0-9-_]+)", "12a", true), (#"[0-9A-Za-z\.\-_]*(?<!\.)"#, "bucket", true),
        (#"[0-9A-Za-z\.\-_]*(?<!\.)"#, "bucket.", false), (#"(\$LATEST|[0-9]+)"#, "$LATEST", true),
        ("a{2,3}", "aaaa", false),
        ("a{2,3}", "aaa", true),
        ("(a|b)*c?", "abab", true), ("(|x)", "", true), (#"[^\s]+"#, "a b", false),
    ])
    func patternsMatchWholeTexts(pattern: String, text: String, matches: Bool) {
        #expect(TextPattern(pattern).matches(text) == matches)
    }
}
