import JSONTree
import JSONataLanguage
import Testing

/// Operators, constructors, blocks and functions an expression defines.
struct OperatorsTests {
    @Test(arguments: [
        ("1 + 2 * 3 - 4 / 2", "5"), ("7 % 4", "3"), ("-7 % 4", "-3"), ("0.1 + 0.2", "0.30000000000000004"),
        ("9007199254740992", "9007199254740992"),
        ("2 - -2", "4"), ("-(1)", "-1"), ("1 + nope", "undefined"),
        ("'a' & 1 & true & null & [1,{'b':2}]", #""a1truenull[1,{\"b\":2}]""#),
        ("1 = 1.0", "true"), ("[1,{'a':2}] = [1,{'a':2}]", "true"), ("nope = nope", "false"), ("1 != '1'", "true"),
        ("'b' > 'a'", "true"),
        ("2 in [1,2]", "true"), ("'a' in 'a'", "true"), ("true and 0", "false"), ("false or 'x'", "true"),
        ("[0] and true", "false"),
        ("1 > 0 ? 'y' : 'n'", #""y""#), ("0 ? 1", "undefined"), ("[1..3, 5]", "[1,2,3,5]"), ("[3..1]", "[]"),
        ("[[1,2],3]", "[[1,2],3]"),
        ("[1, nope, 2]", "[1,2]"), ("{'a': 1, 'b': nope}", #"{"a":1}"#), ("('x'; 'y')", #""y""#), ("()", "undefined"),
        ("($a := 1; ($a := 2; $a) & $a)", #""21""#), ("/* note */ 1 /* more */", "1"), ("1e3", "1000"),
        ("1e21", "1e+21"),
        (#""\u00e9\n""#, #""é\n""#), ("and", "undefined"), ("true.a", "S0213"),
    ])
    func anOperatorYieldsItsValue(expression: String, expected: String) {
        #expect(Answer.text(expression, input: JSON.null) == expected)
    }

    @Test(arguments: [
        ("function($x){$x * 2}(4)", "8"), ("λ($x, $y){$y}(1)", "undefined"),
        ("($add := function($a, $b){$a + $b}; $add(?, 2)(3))", "5"),
        ("($twice := function($f){function($x){$f($f($x))}}; $twice(function($x){$x * 3})(2))", "18"),
        ("($f := $uppercase ~> $trim; $f(' a '))", #""A""#), ("' b ' ~> $trim ~> $length", "1"),
        ("[1,2,3] ~> $sum()", "6"),
        ("($fib := function($n){$n < 2 ? $n : $fib($n - 1) + $fib($n - 2)}; $fib(15))", "610"),
        ("($loop := function($n, $s){$n = 0 ? $s : $loop($n - 1, $s + $n)}; $loop(20000, 0))", "200010000"),
        (
            "($even := function($n){$n = 0 ? true : $odd($n - 1)}; $odd := function($n){$n = 0 ? false : $even($n - 1)}; $even(5001))",
            "false"
        ),
        ("function($s)<s:s>{$s}(1)", "T0410"), ("function($a)<a<n>:n>{$sum($a)}(5)", "5"),
        ("function($n)<n?:n>{$n}()", "undefined"),
        ("('c').(function($s)<s-:s>{$s & '!'}())", #""c!""#), ("$sum", "function"), ("[$sum]", "function"),
        ("{'f': function(){1}}", "function"),
        ("($map := function($x){'mine'}; $map(1))", #""mine""#),
    ])
    func aFunctionIsAValue(expression: String, expected: String) {
        #expect(Answer.text(expression, input: JSON.null) == expected)
    }

    @Test(arguments: [
        ("1 + 'a'", "T2002"), ("'a' + 1", "T2001"), ("1/0 + 1", "D1001"), ("-'a'", "D1002"), ("1 < 'a'", "T2009"),
        ("null < 1", "T2010"),
        ("[1.5..2]", "T2003"), ("[1..2.5]", "T2004"), ("1 ~> 2", "T2006"), ("{1: 2}", "T1003"),
        ("{'a': 1, 'a' & '': 2}", "D1009"), ("x(1)", "T1006"),
        ("sum(1)", "T1005"), ("count(?)", "T1007"), ("1(?)", "T1008"), ("[1,'a']^($)", "T2007"),
        ("[true,false]^($)", "T2008"),
        ("{} ~> |$|1|", "T2011"), ("{} ~> |$|{},1|", "T2012"), ("$eval('1')", "D3121"), ("1 ?: 2", "S0211"),
        ("1 ?? 2", "S0211"),
    ])
    func aMistakeHasItsCode(expression: String, code: String) {
        #expect(Answer.text(expression, input: JSON.null) == code)
    }

    @Test(arguments: [
        ("", "S0207"), ("(", "S0203"), ("[1", "S0203"), ("[1)", "S0202"), ("1 2", "S0201"), ("'a", "S0101"),
        ("`a", "S0105"), ("/* a", "S0106"), ("'\\x'", "S0103"),
        ("'\\u00g0'", "S0104"), ("//", "S0301"), ("/a", "S0302"), ("/(/", "S0302"), ("a.1", "S0213"),
        ("a := 1", "S0212"), ("a@b", "S0214"), ("a[0]@$b", "S0215"),
        ("a^(b)@$c", "S0216"), ("%", "S0217"), ("a{'b':1}{'c':2}", "S0210"), ("function(a){1}", "S0208"),
        ("function($a)<n<n>>{1}", "S0401"), ("1e999", "S0102"),
    ])
    func aSyntaxErrorHasItsCode(expression: String, code: String) {
        #expect(Answer.text(expression) == code)
    }

    @Test func anErrorSaysWhereAndWhatInJSONatasWords() throws {
        let error = try #require(Answer.error("1 + $foo('a')"))
        #expect(error.code == "T1006" && error.message == "Attempted to invoke a non-function" && error.token == "foo")
        let argument = try #require(Answer.error("$sum([1, 'a'])"))
        #expect(argument.message == "Argument 1 of function sum must be an array of numbers" && argument.position == 5)
        #expect(Answer.error("$error('mine')")?.message == "mine")
        #expect(Answer.error("$number('x')")?.message == #"Unable to cast value to a number: "x""#)
    }
}
