import JSONTree
import JSONataLanguage
import ResourceNames
import Testing

/// Texts made at random and by malice: whatever they are, compiling and evaluating them ends, and soon.
struct HostileTextsTests {
    private static let fragments = [
        "a", "b", "`c d`", "$", "$$", "$v", "$f", "$x", ".", "*", "**", "%", "[", "]", "[0]", "[]", "[-1]", "(", ")",
        "{",
        "}", "'k':", ":", ",", ";", " := ", " ? ", " ~> ", "@$v", "#$i", "^(>a)", "^(a,<b)", "|a|{'z':1}|", "|", "..",
        "1", "2.5", "1e9", "'text'", "\"x\\u00e9\"", "true", "null", " and ", " or ", " in ", " = ", " != ", " < ",
        " >= ",
        " & ", " + ", " - ", "*", "/", "%", "/a+(b)?/i", "function($x){", "function($x,$y)<n-s?:x>{", "λ(){", "$sum(",
        "$map(",
        "$filter(", "$reduce(", "$sort(", "$string(", "$replace(", "$split(", "$match(", "$merge(", "$each(", "$sift(",
        "$spread(", "$lookup(", "$pad(", "$substring(", "$zip(", "$append(", "$distinct(", "$number(", "$power(",
        "$round(",
        "$formatNumber(", "$fromMillis(", "$toMillis(", "$partition(", "$range(", "$hash(", "$parse(", "?", "/* c */",
        "\\",
        "\"", "'", "`", "!", "\u{0}", "\u{1F600}", "\n", "[1..5]", "[1..1000]", "$random()", "$now()", "%.%",
        "($x:=1;$x)",
    ]
    private static let input: JSON = [
        "a": [["a": 1, "b": [1, 2, ["a": "x"]]], ["a": [["a": nil]], "b": 2.5], 3],
        "b": ["a": "aab", "b": [[], [1], [[2]]]],
        "c d": true,
    ]
    private static let limits = JSONataLimits(steps: 200_000, depth: 200, valueBytes: 1 << 20, totalBytes: 8 << 20)

    @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
    func randomTextsNeitherCrashNorHang(seed: UInt64) {
        var chance = Chance(seed: seed)
        var compiled = 0
        var answered = 0
        for _ in 0..<8_000 {
            var text = ""
            for _ in 0..<Int.random(in: 1...12, using: &chance) {
                text += Self.fragments.randomElement(using: &chance) ?? ""
            }
            text = Self.balanced(text)
            guard let expression = try? JSONataExpression(compiling: text) else { continue }
            compiled += 1
            let bindings = expression.bindings(from: ["v": Self.input, "f": 3])
            var environment = JSONataEnvironment(
                now: Timestamp(milliseconds: 0), chance: Chance(seed: seed), limits: Self.limits)
            if (try? expression.evaluate(input: Self.input, bindings: bindings, environment: &environment)) != nil {
                answered += 1
            }
            _ = try? expression.evaluate(bindings: bindings, environment: &environment)
        }
        #expect(compiled > 400 && answered > 200, "seed \(seed): \(compiled) compiled, \(answered) answered")
    }

    /// A text whose brackets are closed, so that more of them compile.
    private static func balanced(_ text: String) -> String {
        var open: [Character] = []
        for character in text {
            switch character {
            case "(": open.append(")")
            case "[": open.append("]")
            case "{": open.append("}")
            case ")", "]", "}": if open.last == character { open.removeLast() }
            default: break
            }
        }
        return text + String(open.reversed())
    }

    @Test(arguments: [
        ("(", "1", ")"), ("[", "1", "]"), ("{'a':", "1", "}"), ("-", "1", ""), ("a.", "a", ""), ("1+", "1", ""),
        ("$f(", "1", ")"), ("a[", "1", "]"), ("a ? ", "1", ""), ("1 ? 2 : ", "3", ""), ("function(){", "1", "}"),
        ("a^(", "a", ")"), ("a{'b':", "1", "}"), ("|a|", "1", "|"), ("$a := ", "1", ""), ("1 ~> ", "$f", ""),
        ("%.", "a", ""),
        ("", "a", "[0]"), ("", "a", ".%"), ("", "a", "@$v"), ("", "1", "&1"), ("", "f", "()"), ("", "a", "{'b':1}.c"),
        ("a[%.", "b", "]"), ("/*", "x", ""), ("$map([1],function(){", "1", "})"), ("", "1", " = 1"), ("", "1", " ? 1"),
    ])
    func deepTextsEnd(open: String, middle: String, close: String) {
        for count in [100, 3_000, 60_000] {
            let text = String(repeating: open, count: count) + middle + String(repeating: close, count: count)
            _ = Answer.text(text, input: ["a": ["a": 1]])
        }
    }

    @Test func longChainsAreEvaluated() {
        let sum = Answer.text("1" + String(repeating: " + 1", count: 3_000), limits: .stepFunctions)
        #expect(sum == "3001")
        let text = Answer.text("$length('a'" + String(repeating: " & 'b'", count: 3_000) + ")", limits: .stepFunctions)
        #expect(text == "3001")
    }

    @Test(arguments: [
        "($f := function($n){$f($n + 1)}; $f(0))", "($f := function($n){$n + $f($n + 1)}; $f(0))",
        "($f := function($x){$map([1,2], $f)}; $f(1))", "($f := function($x){$f([$x])}; $f(1))",
        "($f := function($x){$f({'a': $x})}; $f(1))", "($f := function($x){$f(function(){$x})}; $f(1))",
        "($f := function($g){$f(function(){$g()})}; $f(1))",
        "($f := function($x){$f($x ~> $g)}; $g := $sum ~> $max; $f($g))",
        "($f := function($x, $y){$f($x(?, 1), 2)}; $f(function($a, $b){1}, 1))", "[1..1000].[1..1000].[1..1000]",
        "$reduce([1..100000], function($a, $i){$a & 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'}, '')",
        "$map([1..100000], function($i){$pad('', 100000)})", "$pad('', 1e15)", "$pad('', -1e300, 'ab')", "[1..1e9]",
        "$range(0, 1e300, 1)", "$replace('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', /(a+)+b/, '')",
        "($x := {'a': 1}; $f := function($n){$f($x ~> |$|{'b': $}|)}; $f(1))",
        "($f := function($o, $n){$f($merge([$o, {'x': $o}]), $n + 1)}; $f({}, 0))",
        "($f := function($o){$f($o ~> |**|{'x': $o}|)}; $f({}))",
        "($f := function($s){$f($string({'s': $s}))}; $f(''))",
        "($f := function($s){$f($parse('[' & $string($s) & ']'))}; $f([]))",
        "($f := function($x){$f($append($x, $x))}; $f(1))",
        "($x := [1..3000]; $x[$ in $x[$ in $x]])", "($f := function($x){$f($distinct([$x, {'a': $x}]))}; $f({}))",
        "$sort([1..100000], function($a, $b){$a < $b})", "($f := function($x){$f([$x].(function(){$x}))}; $f(1))",
    ])
    func greedyExpressionsEnd(expression: String) {
        let start = ContinuousClock.now
        let limits = JSONataLimits(steps: 3_000_000, depth: 302, valueBytes: 873_782 * 24, totalBytes: 64 << 20)
        _ = Answer.text(expression, limits: limits)
        #expect(ContinuousClock.now - start < .seconds(30))
    }

    @Test func deepInputsAreWalkedThrough() {
        let deep = (0..<900).reduce(JSON.integer(1)) { inner, _ in ["a": [inner]] }
        #expect(Answer.text("$count(**)", input: deep) == "901")
        #expect(Answer.text("$ = $", input: ["d": deep]) == "true")
        #expect(Answer.text("$length($string($)) > 1000", input: deep) == "true")
        #expect(Answer.text("$count($keys(**))", input: deep) == "1")
    }
}
