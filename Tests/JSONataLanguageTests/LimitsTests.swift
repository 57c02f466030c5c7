import JSONTree
import JSONataLanguage
import ResourceNames
import Testing

/// Limits as AWS was observed to have them, and what can be told of an expression without evaluating it.
struct LimitsTests {
    @Test(arguments: [
        ("[1..873782] ~> $count()", "873782"), ("[1..873783] ~> $count()", "U1001"),
        ("($d := function($s, $n){$n = 0 ? $length($s) : $d($s & $s, $n - 1)}; $d('a', 22))", "4194304"),
        ("($d := function($s, $n){$n = 0 ? $length($s) : $d($s & $s, $n - 1)}; $d('a', 23))", "U1001"),
        ("($f := function($n){$n = 0 ? 1 : $n * $f($n - 1)}; $f(98) > 1)", "true"),
        ("($f := function($n){$n = 0 ? 1 : $n * $f($n - 1)}; $f(120))", "U1001"),
    ])
    func aStateMachinesExpressionStopsWhereAWSStopsIt(expression: String, expected: String) {
        #expect(Answer.text(expression, limits: .stepFunctions) == expected)
    }

    @Test func eachLimitHasItsWords() {
        let loop = Answer.error("($f := function(){$f()}; $f())", limits: .stepFunctions)
        #expect(loop?.message == "Expression evaluation timeout: Check for infinite loop")
        let memory = Answer.error("[1..873783] ~> $count()", limits: .stepFunctions)
        #expect(memory?.message == "Expression evaluation memory limit exceeded: Check for excessive memory usage")
    }

    @Test func stepsAreCountedAlikeEveryTime() throws {
        let expression = try JSONataExpression(compiling: "$sum([1..100].($ * 2))")
        let enough = try #require((1...10_000).first { steps in Self.ends(expression, within: steps) })
        #expect(!Self.ends(expression, within: enough - 1) && Self.ends(expression, within: enough))
    }

    private static func ends(_ expression: JSONataExpression, within steps: Int) -> Bool {
        var limits = JSONataLimits.stepFunctions
        limits.steps = steps
        var environment = JSONataEnvironment(now: Timestamp(milliseconds: 0), chance: Chance(seed: 1), limits: limits)
        let bindings = expression.bindings(from: [:])
        return (try? expression.evaluate(bindings: bindings, environment: &environment)) != nil
    }

    @Test func theCallersVariablesAreKnown() throws {
        let text =
            "($x := 1; $f := function($y){$x + $y + $late + $z}; $late := 2; $f($states.input.a.b[0]) & $states.context.t & $z)"
        let facts = try JSONataExpression(compiling: text).facts
        #expect(facts.reads.map(\.name) == ["z", "states", "states", "z"])
        #expect(facts.reads[1].path == ["input", "a", "b"] && facts.reads[2].path == ["context", "t"])
    }

    @Test(arguments: [
        ("$x + ($x := 1)", true), ("($x := 1; $x)", false), ("($x := $x + 1; $x)", true),
        ("function($x){$x}(1)", false), ("a@$x.b[$x]", false),
    ])
    func aVariableIsTheCallersUntilItIsBound(expression: String, isFree: Bool) throws {
        #expect(try JSONataExpression(compiling: expression).facts.reads.map(\.name).contains("x") == isFree)
    }

    @Test func usesOfTheInputAreFound() throws {
        let facts = try JSONataExpression(compiling: "$.a & b.c & $$ & $v.($ & d)[$ > 1] & $map([1], function($x){$})")
            .facts
        #expect(facts.inputUses.count == 2 && facts.rootUses.count == 1 && facts.fieldUses.count == 1)
        #expect(facts.functions == ["map"] && !facts.usesEval)
        #expect(try JSONataExpression(compiling: "$eval('1')").facts.usesEval)
    }

    @Test func onlyTheFieldsThatAreReadAreAskedFor() throws {
        let expression = try JSONataExpression(compiling: "$states.input.a + $states.context.b + $v")
        let wanted = [
            VariableReference(name: "states", field: "input"), VariableReference(name: "states", field: "context"),
            VariableReference(name: "v"),
        ]
        #expect(expression.references == wanted)
    }

    @Test func aLoneSurrogateIsReadAndWritten() {
        let text = Array(#"{"a":"\ud800","b":"\ud83d\ude00","c":"\\ud800"}"#.utf8)
        let replaced = String(decoding: LoneSurrogateEscapes.replaced(text), as: UTF8.self)
        #expect(replaced == #"{"a":"\udbfe\udc00","b":"\ud83d\ude00","c":"\\ud800"}"#)
        #expect(Answer.text(#"$length("\ud800")"#) == "1")
        #expect(Answer.text(#""\ud83d" & "\ude00""#) == #""😀""#)
        #expect(Answer.text(#""\ud83d""#) == "\"\u{FFFD}\"")
    }
}
