import Testing

@testable import JSONataLanguage

/// What regular expressions find: JavaScript's answers.
struct JSPatternTests {
    @Test(arguments: [
        ("b|bc", "abc", "b"), ("(?:b|bc)$", "abc", "bc"), ("a+?", "aaa", "a"), ("a{2,3}", "aaaa", "aaa"),
        ("a{2,3}?", "aaaa", "aa"), ("x*", "aaa", ""), ("[^]+", "a\nb", "a\nb"), ("a.b", "a\nb", nil),
        ("(a|ab)(c|bcd)(d*)", "abcd", "abcd"), ("(?:){3}a", "a", "a"), ("(?:a*)*b", "aab", "aab"), ("[]", "a", nil),
    ])
    func theFirstWayThatLeadsOnIsTaken(source: String, text: String, found: String?) throws {
        #expect(try whole(source, text) == found)
    }

    @Test(arguments: [
        ("(a)|b", "b", ["b", nil]), ("(?:(a)|b)*", "ab", ["ab", nil]),
        ("(z)((a+)?(b+)?(c))*", "zaacbbbcac", zaacbbbcac),
        ("(?=(a+))a*b\\1", "baaabac", ["aba", "a"]),
        ("(.*?)a(?!(a+)b\\2c)\\2(.*)", "baaabaac", ["baaabaac", "ba", nil, "abaac"]),
        ("(?<=(\\d+)(\\d+))$", "1053", ["", "1", "053"]), ("(?<=\\1(a))b", "aab", ["b", "a"]),
        ("(a*)*", "b", ["", nil]), ("(?<year>\\d{4})-\\k<year>", "2024-2024", ["2024-2024", "2024"]),
        ("(?!(a))b", "b", ["b", nil]), ("(?:(?=(a))a)+b", "aab", ["aab", "a"]),
    ])
    func groupsHoldWhatTheirLastRepetitionTook(source: String, text: String, found: [String?]) throws {
        #expect(try match(source, text) == found)
    }

    @Test(arguments: [
        ("\\bfoo\\b", "a foo b", "foo"), ("\\B.", "ab", "b"), ("(?<!a)b", "abb", "b"), ("(?<=a)b", "bab", "b"),
        ("(?<=^|,)x", "x,x", "x"), ("a(?=b)", "aab", "a"), ("a(?!b)", "aba", "a"), ("(?=a)*b", "b", "b"),
    ])
    func lookingAroundTakesNothing(source: String, text: String, found: String?) throws {
        #expect(try whole(source, text) == found)
    }

    @Test(arguments: [
        ("\u{212A}", "k", nil), ("É", "é", "é"), ("ς", "Σ", "Σ"), ("ß", "SS", nil), ("ı", "I", nil),
        ("[a-z]", "\u{17F}", nil),
        ("[^x]", "X", nil), ("(a)\\1", "aA", "aA"), ("\u{1C5}", "\u{1C4}", "\u{1C4}"), ("[À-Ö]+", "àö", "àö"),
    ])
    func ignoringCaseComparesUpperCaseUnits(source: String, text: String, found: String?) throws {
        #expect(try whole(source, text, flags: "i") == found)
    }

    @Test func linesHaveBeginningsAndEndsUnderTheFlagOnly() throws {
        #expect(try whole("^b$", "a\nb\u{2028}c", flags: "m") == "b")
        #expect(try match("^b$", "a\nb\nc") == nil)
    }

    @Test(arguments: [
        ("\\8", "8", "8"), ("]", "]", "]"), ("{", "{", "{"), ("a{,2}", "a{,2}", "a{,2}"), ("\\1(a)", "a", "a"),
        ("\\101", "A", "A"), ("\\cA", "\u{1}", "\u{1}"), ("\\c", "\\c", "\\c"), ("[\\c_]", "\u{1F}", "\u{1F}"),
        ("\\x4", "x4", "x4"), ("\\u{2}", "uu", "uu"), ("[\\d-z]+", "1-z", "1-z"), ("\\k<a>", "k<a>", "k<a>"),
        ("[\\b]", "\u{8}", "\u{8}"), ("\\0", "\0", "\0"), ("\\-", "-", "-"), ("[a-]", "-", "-"), ("\\400", " 0", " 0"),
    ])
    func whatBrowsersTolerateIsTolerated(source: String, text: String, found: String) throws {
        #expect(try whole(source, text) == found)
    }

    @Test(arguments: [
        "(", ")", "[", "a**", "*", "a{2,1}", "\\", "(?<a>x)(?<a>y)", "(?<a>x)\\k<b>", "(?<a", "(?a)", "{1}", "[b-a]",
        "(?<=a)*", "^*", "(?<1>a)", "(?<a>b)\\k", "x{1}{2}",
    ])
    func mistakesAreFound(source: String) { #expect(throws: JSPatternError.self) { try JSPattern(source, flags: "") } }

    @Test func unknownFlagsAreRefused() {
        #expect(throws: JSPatternError.self) { try JSPattern("a", flags: "s") }
        #expect(throws: Never.self) { try JSPattern("a", flags: "gim") }
    }

    @Test func blanksAreThoseOfECMAScript() throws {
        let blanks: [UInt16] = [
            0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0xA0, 0x1680, 0x2000, 0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
            0xFEFF,
        ]
        let pattern = try JSPattern("^\\s+$", flags: "")
        var steps = 1_000
        #expect(try pattern.firstMatch(in: blanks, from: 0, steps: &steps)?.range == 0..<blanks.count)
        #expect(try pattern.firstMatch(in: [0x85], from: 0, steps: &steps) == nil)
    }

    @Test func aPairOfSurrogatesIsTwoUnits() throws {
        let pattern = try JSPattern("^..$", flags: "")
        var steps = 100
        #expect(try pattern.firstMatch(in: Array("😀".utf16), from: 0, steps: &steps)?.range == 0..<2)
    }

    @Test func searchingBeginsWhereItIsTold() throws {
        let pattern = try JSPattern("a", flags: "")
        var steps = 100
        let text = Array("aba".utf16)
        #expect(try pattern.firstMatch(in: text, from: 1, steps: &steps)?.range == 2..<3)
        #expect(try pattern.firstMatch(in: text, from: 3, steps: &steps) == nil)
        #expect(try pattern.firstMatch(in: text, from: 4, steps: &steps) == nil)
    }
}

private let zaacbbbcac: [String?] = ["zaacbbbcac", "z", "ac", "a", nil, "c"]

/// The match and its groups as texts.
private func match(_ source: String, _ text: String, flags: String = "") throws -> [String?]? {
    let units = Array(text.utf16)
    var steps = 100_000
    let match = try JSPattern(source, flags: flags).firstMatch(in: units, from: 0, steps: &steps)
    return match.map { match in
        ([match.range] + match.groups).map { $0.map { String(decoding: units[$0], as: UTF16.self) } }
    }
}

/// The match as a text.
private func whole(_ source: String, _ text: String, flags: String = "") throws -> String? {
    try match(source, text, flags: flags).flatMap { $0[0] }
}
