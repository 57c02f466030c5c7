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
        "{ ($.a = 1 }", "{ $.a IS 1 }", "{ $.a NOT 1 }", "{ $.a[x] = 1 }", "{ $.a = %x% }", "[ip, user]", "{}",
        "{" + String(repeating: "(", count: 40) + "$.a = 1" + String(repeating: ")", count: 40) + "}",
    ])
    func otherPatternsAreRefused(pattern: String) {
        #expect(throws: ServiceError.self) { try FilterPattern(pattern) }
    }
}
