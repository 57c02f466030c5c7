import AWSWire
import Testing

@testable import LogsService

@Suite struct PatternTests {
    @Test(arguments: [
        ("", "anything", true), ("  ", "anything", true), ("ERROR", "an ERROR here", true), ("ERROR", "error", false),
        ("ERROR", "[ERRORS]", true), ("a b", "b then a", true), ("a b", "a only: x", false),
        ("?ERROR ?WARN", "WARN 1", true), ("?ERROR ?WARN", "INFO", false), ("ERROR -EXIT", "ERROR 1", true),
        ("ERROR -EXIT", "ERROR EXIT", false), ("-EXIT", "fine", true),
        (#""INTERNAL SERVER ERROR""#, "500 INTERNAL SERVER ERROR", true), (#""a \"b\"""#, #"x a "b" y"#, true),
        (#"-"a b" c"#, "c a b", false), (#"?"a b" ?c"#, "x a b", true), ("?x a", "a", true),
        ("größe", "die größe", true),
    ])
    func termsMatchAsTheGuideSays(pattern: String, message: String, isMatch: Bool) throws {
        #expect(try FilterPattern(pattern).matches(message) == isMatch)
    }

    private static let message =
        #"{"a":{"b":"xyz","n":null},"list":[1,{"c":true},"z"],"num":3.5,"neg":-2,"t":true,"f":false,"s":"say \"hi\""}"#

    @Test(arguments: [
        (#"{ $.a.b = "xyz" }"#, true), (#"{ $.a.b = xyz }"#, true), (#"{ $.a.b = "x*" }"#, true),
        (#"{ $.a.b = "*y*" }"#, true), (#"{ $.a.b = "*x" }"#, false), (#"{ $.a.b != "xyz" }"#, false),
        (#"{ $.a.b != "q" }"#, true), (#"{ $.none != "q" }"#, false), ("{ $.num > 3 }", true),
        ("{ $.num >= 3.5 }", true),
        ("{ $.num < 3.5 }", false), ("{ $.num <= 3.5 }", true), ("{ $.num = 3.5 }", true), ("{ $.neg = -2 }", true),
        ("{$.num>3&&$.neg<0}", true), ("{ $.num > 4 || $.neg < 0 }", true),
        ("{ $.num > 4 && $.neg < 0 || $.t IS TRUE }", true),
        ("{ $.num > 4 && ($.neg < 0 || $.t IS TRUE) }", false), ("{ $.a.n IS NULL }", true),
        ("{ $.num IS NULL }", false),
        ("{ $.none NOT EXISTS }", true), ("{ $.num NOT EXISTS }", false), ("{ $.f IS FALSE }", true),
        ("{ $.list[0] = 1 }", true), ("{ $.list[1].c IS TRUE }", true), ("{ $.list[*] = z }", true),
        ("{ $.list[9] = 1 }", false), (#"{ $['a']["b"] = xyz }"#, true), ("{ $.*.b = xyz }", true),
        (#"{ $.s = "say \"hi\"" }"#, true),
    ])
    func conditionsOnJSONMatchAsTheGuideSays(pattern: String, isMatch: Bool) throws {
        #expect(try FilterPattern(pattern).matches(Self.message) == isMatch)
    }

    @Test(arguments: ["{ $.a.b = xyz }", "{ $.none NOT EXISTS }"])
    func whatIsNoJSONDoesNotMatch(pattern: String) throws { #expect(try !FilterPattern(pattern).matches("plain text")) }

    @Test(arguments: [
        "a:b", "\"open", "? ", "-", "{ $.a }", "{ $.a = }", "{ a = 1 }", "{ $.a = 1", "{ $.a = 1 } x", "{ $.a > text }",
        "{ ($.a = 1 }", "{ $.a IS 1 }", "{ $.a NOT 1 }", "{ $.a[x] = 1 }", "{}",
        "{" + String(repeating: "(", count: 40) + "$.a = 1" + String(repeating: ")", count: 40) + "}",
    ])
    func otherPatternsAreRefused(pattern: String) {
        #expect(throws: ServiceError.self) { try FilterPattern(pattern) }
    }

    /// Pattern, message, whether it matches.
    @Test(
        arguments: [
            ("[ip, user, method = GET, status]", "10.0.0.1 ann GET 200", true),
            ("[ip, user, method = GET, status]", "10.0.0.1 ann PUT 200", false),
            ("[ip, user, method, status]", "10.0.0.1 ann GET", false),
            ("[ip, user, method, status]", "10.0.0.1 ann GET 200 17", false),
            ("[..., status = 4*, bytes > 1000]", #"a b "GET /x y" [now then] 404 1720"#, true),
            ("[..., status = 4*, bytes > 1000]", #"a b "GET /x y" [now then] 404 999"#, false),
            ("[ip, user, when, request = *html*, ...]", #"1 2 [x y] "GET /i.html" 200 3"#, true),
            ("[ip, user, when, request = *html*, ...]", #"1 2 [x y] "GET /i.htm" 200 3"#, false),
            ("[a = x || a = y, ...]", "y 2", true), ("[a = x || a = y, ...]", "z 2", false),
            (#"[(a != "x y" && a != z), b]"#, #""x y" 2"#, false), (#"[(a != "x y" && a != z), b]"#, "w 2", true),
            ("[a, , c = 3]", "1 2 3", true), ("[level = %ERR|WARN%, ...]", "WARNING now", true),
            ("[level = %^WARN$%, ...]", "WARNING now", false), ("[n != 5]", "5.0", false), ("[n != 5]", "five", true),
            ("%error [0-9]{3}%", "an error 404 came", true), ("%error [0-9]{3}%", "an error 40 came", false),
            ("up -%time.*out%", "up, timed out", false), ("up -%time.*out%", "up, timed", true),
            ("up -%^time.*out%", "up, timed out", true), ("?%a{2}% ?b", "xaax", true), ("?%a{2}% ?b", "xa", false),
            (#"{ $.ip = %^10\.% }"#, #"{"ip":"10.0.0.1"}"#, true),
            (#"{ $.ip = %^10\.% }"#, #"{"ip":"110.0.0.1"}"#, false),
            (#"{ $.ip != %^10\.% && $.n = 1 }"#, #"{"ip":"110.0.0.1","n":1}"#, true),
        ])
    func fieldsAndExpressionsMatchAsTheGuideSays(pattern: String, message: String, isMatch: Bool) throws {
        #expect(try FilterPattern(pattern).matches(message) == isMatch)
    }

    @Test(arguments: [
        "[a", "[a, ..., b, ...]", "[a = ]", "[a = x || b = y]", "[a > x]", "[a] b", "%a", "%(%", "{ $.a = %[% }",
        "[(a = 1]",
    ])
    func whatIsNoPatternIsRefused(pattern: String) {
        #expect(throws: ServiceError.self) { try FilterPattern(pattern) }
    }
}
