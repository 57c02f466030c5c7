import JSONTree
import Testing

/// The functions of the language.
struct FunctionsTests {
    @Test(arguments: [
        ("$substring('hello', 1, 3)", #""ell""#), ("$substring('hello', -3)", #""llo""#),
        ("$substring('😀é', 1)", #""é""#), ("$length('😀é')", "2"),
        ("$substringBefore('a=b', '=')", #""a""#), ("$substringAfter('a=b', '=')", #""b""#),
        ("$substringAfter('ab', '=')", #""ab""#),
        ("$uppercase('straße')", #""STRASSE""#), ("$lowercase('ÀB')", #""àb""#), ("$trim('  a \n b ')", #""a b""#),
        ("$pad('a', 3, '-')", #""a--""#),
        ("$pad('a', -4, 'xy')", #""xyxa""#), ("$contains('abc', /B/i)", "true"),
        ("$split('a1b22c', /[0-9]+/)", #"["a","b","c"]"#),
        ("$split('a,b,c', ',', 2)", #"["a","b"]"#), ("$split('a,b', /^/, 1)", "D1004"),
        ("$match('ab', /b|/, 0)", "undefined"),
        ("$join($split('😀', ''))", #""😀""#),
        ("$join(['a','b'], '-')", #""a-b""#),
        ("$match('a1b2', /([a-z])([0-9])/)[1].groups", #"["b","2"]"#),
        ("$replace('John Smith', /(\\w+)\\s(\\w+)/, '$2, $1')", #""Smith, John""#),
        ("$replace('aaa', 'a', 'b', 2)", #""bba""#),
        ("$replace('5', /[0-9]/, function($m){$string($number($m.match) + 1)})", #""6""#),
        ("$string({'a': [1, 'x', null]})", #""{\"a\":[1,\"x\",null]}""#), ("$string(22/7)", #""3.14285714285714""#),
        ("$string([1,{}], true)", #""[\n  1,\n  {}\n]""#),
        ("$base64encode('hé')", #""aOk=""#), ("$base64decode('aOk=')", #""hé""#),
        ("$encodeUrlComponent('a b&é')", #""a%20b%26%C3%A9""#),
        ("$decodeUrl('a%20b%26')", #""a b%26""#), ("$encodeUrl('http://x/?a= ')", #""http://x/?a=%20""#),
        ("$decodeUrlComponent('%zz')", "D3140"),
        ("/b+/('abbc').match", #""bb""#), ("/b+/('abbc').next()", "undefined"), ("$number('0x1F')", "31"),
        ("$number('1e2')", "100"), ("$number('')", "D3030"),
        ("$number(true)", "1"), ("$round(2.5)", "2"), ("$round(1.255, 2)", "1.26"), ("$floor(-1.5)", "-2"),
        ("$sqrt(9)", "3"), ("$sqrt(-1)", "D3060"),
        ("$power(2, 10)", "1024"), ("$power(10, 999)", "D3061"), ("$formatNumber(1234.5, '#,##0.00')", #""1,234.50""#),
        ("$formatBase(255, 16)", #""ff""#),
        ("$formatInteger(12, 'w')", #""twelve""#), ("$parseInteger('12', '0')", "12"),
        ("$toMillis('2024-02-29T00:00:00Z')", "1709164800000"),
        ("$fromMillis(0)", #""1970-01-01T00:00:00.000Z""#), ("$now()", #""2023-11-14T22:13:20.123Z""#),
        ("$millis()", "1700000000123"),
    ])
    func textsAndNumbers(expression: String, expected: String) {
        #expect(Answer.text(expression) == expected)
    }

    @Test(arguments: [
        ("$sum([])", "0"), ("$max([1,3,2])", "3"), ("$min(nope)", "undefined"), ("$average([1,2])", "1.5"),
        ("$count(5)", "1"), ("$count(nope)", "0"),
        ("$append(1, [2])", "[1,2]"), ("$reverse([1,2])", "[2,1]"), ("$sort([3,1,2])", "[1,2,3]"),
        ("$sort(['b','a'])", #"["a","b"]"#), ("$sort([1,'a'])", "D3070"),
        ("$sort([1,2,3], function($a, $b){$a < $b})", "[3,2,1]"),
        ("$distinct([1,'1',1,{'a':1},{'a':1}])", #"[1,"1",{"a":1}]"#),
        ("$zip([1,2],['a','b','c'])", #"[[1,"a"],[2,"b"]]"#),
        ("$map([1,2], function($x, $i){$x * $i})", "[0,2]"), ("$filter([1,2,3], function($x){$x > 1})", "[2,3]"),
        ("$filter([1], function($x){$x > 1})", "undefined"),
        ("$reduce([1,2,3], function($a, $x){$a + $x}, 10)", "16"), ("$reduce([1], function($a){$a})", "D3050"),
        ("$single([1,2], function($x){$x = 2})", "2"),
        ("$single([1,2])", "D3138"), ("$single([])", "D3139"), ("$keys([{'a':1},{'b':2,'a':3}])", #"["a","b"]"#),
        ("$lookup([{'a':1},{'a':2}], 'a')", "[1,2]"),
        ("$spread({'a':1,'b':2})", #"[{"a":1},{"b":2}]"#), ("$merge([{'a':1},{'b':2},{'a':3}])", #"{"a":3,"b":2}"#),
        ("$each({'a':1}, function($v, $k){$k & $v})", #""a1""#),
        ("$sift({'a':1,'b':2}, function($v){$v > 1})", #"{"b":2}"#), ("$exists(nope)", "false"),
        ("$type(null)", #""null""#), ("$type($sum)", #""function""#),
        ("$boolean([0, ''])", "false"), ("$boolean([0, 1])", "true"), ("$not(0)", "true"), ("$boolean($sum)", "false"),
        ("$assert(false, 'no')", "D3141"),
        ("$clone({'a':[1]})", #"{"a":[1]}"#), ("[1..5][$ % 2 = 1]", "[1,3,5]"),
        ("$shuffle([1..5]) ~> $sort()", "[1,2,3,4,5]"),
    ])
    func arraysAndObjects(expression: String, expected: String) {
        #expect(Answer.text(expression) == expected)
    }

    @Test(arguments: [
        ("$partition([1,2,3,4,5], 2)", "[[1,2],[3,4],[5]]"), ("$partition([], 2)", "[]"),
        ("$partition([1], 0)", "T0410"), ("$range(1, 10, 3)", "[1,4,7,10]"),
        ("$range(3, 1, -1)", "[3,2,1]"), ("$range(0, 1, 0.5)", "[0,0.5,1]"), ("$range(1, 2, 0)", "T0410"),
        ("$hash('abc', 'MD5')", #""900150983cd24fb0d6963f7d28e17f72""#),
        ("$hash('abc', 'CRC')", "T0410"), ("$random(1) = $random(1)", "true"), ("$length($uuid())", "36"),
        ("$parse('{\"a\":[1]}').a", "[1]"), ("$parse('{')", "T0410"),
        ("$parse(nope)", "undefined"),
    ])
    func whatAWSAdds(expression: String, expected: String) {
        #expect(Answer.text(expression) == expected)
    }

    @Test func anEvaluationIsRepeatedByItsSeed() {
        let expression = "[$random(), $uuid(), $shuffle([1..20]), $now(), $random(7)]"
        #expect(Answer.text(expression, seed: 3) == Answer.text(expression, seed: 3))
        #expect(Answer.text(expression, seed: 3) != Answer.text(expression, seed: 4))
    }
}
