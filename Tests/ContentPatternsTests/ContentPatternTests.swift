import ContentPatterns
import JSONTree
import Testing

@Suite struct ContentPatternTests {
    @Test(arguments: [
        (#"{"a":[1]}"#, #"{"a":1}"#), (#"{"a":[1]}"#, #"{"a":1.0}"#), (#"{"a":["x","y"]}"#, #"{"a":"y"}"#),
        (#"{"a":[null]}"#, #"{"a":null}"#), (#"{"a":[true]}"#, #"{"a":true}"#), (#"{"a":[""]}"#, #"{"a":""}"#),
        // Arrays match by any element, nested ones too; objects in arrays must match as a whole.
        (#"{"a":["y"]}"#, #"{"a":["x","y"]}"#), (#"{"a":["y"]}"#, #"{"a":[["x"],["y"]]}"#),
        (#"{"a":{"b":[1],"c":[2]}}"#, #"{"a":[{"b":1,"c":2},{"b":3,"c":4}]}"#),
        (#"{"a":[{"prefix":"us-"}]}"#, #"{"a":"us-east-1"}"#),
        (#"{"a":[{"prefix":{"equals-ignore-case":"US-"}}]}"#, #"{"a":"us-east-1"}"#),
        (#"{"a":[{"suffix":".png"}]}"#, #"{"a":"x.png"}"#),
        (#"{"a":[{"suffix":{"equals-ignore-case":".PNG"}}]}"#, #"{"a":"x.png"}"#),
        (#"{"a":[{"equals-ignore-case":"Alice"}]}"#, #"{"a":"aLICE"}"#),
        (#"{"a":[{"anything-but":"x"}]}"#, #"{"a":"y"}"#), (#"{"a":[{"anything-but":["x","y"]}]}"#, #"{"a":"z"}"#),
        (#"{"a":[{"anything-but":[1,2]}]}"#, #"{"a":3}"#), (#"{"a":[{"anything-but":"x"}]}"#, #"{"a":["x","y"]}"#),
        (#"{"a":[{"anything-but":{"prefix":"x"}}]}"#, #"{"a":"y"}"#),
        (#"{"a":[{"anything-but":{"suffix":["x","z"]}}]}"#, #"{"a":"y"}"#),
        (#"{"a":[{"anything-but":{"equals-ignore-case":["X"]}}]}"#, #"{"a":"y"}"#),
        (#"{"a":[{"anything-but":{"wildcard":"*/lib/*"}}]}"#, #"{"a":"a/bin/b"}"#),
        (#"{"a":[{"numeric":[">",0,"<=",5]}]}"#, #"{"a":5}"#), (#"{"a":[{"numeric":["=",301.8]}]}"#, #"{"a":3.018e2}"#),
        (#"{"a":[{"exists":true}]}"#, #"{"a":0}"#), (#"{"a":[{"exists":false}]}"#, #"{"b":0}"#),
        (#"{"a":{"b":[{"exists":false}]}}"#, #"{"c":0}"#), (#"{"a":[{"exists":false}]}"#, #"{"a":{"b":1}}"#),
        (#"{"a":[{"exists":false}]}"#, #"{"a":[]}"#),
        (#"{"a":[{"cidr":"10.0.0.0/24"}]}"#, #"{"a":"10.0.0.255"}"#),
        (#"{"a":[{"cidr":"10.0.0.0/25"}]}"#, #"{"a":"10.0.0.127"}"#),
        (#"{"a":[{"cidr":"2001:db8::/32"}]}"#, #"{"a":"2001:db8:1::5"}"#),
        (#"{"a":[{"cidr":"0.0.0.0/0"}]}"#, #"{"a":"9.9.9.9"}"#),
        (#"{"a":[{"wildcard":"dir/*/x*.png"}]}"#, #"{"a":"dir/a/b/x1.png"}"#),
        (#"{"a":[{"wildcard":"a\\*b"}]}"#, #"{"a":"a*b"}"#), (#"{"a":[{"wildcard":"*"}]}"#, #"{"a":""}"#),
        (#"{"a":[{"wildcard":"*ab*ab"}]}"#, #"{"a":"xabab"}"#),
        (#"{"$or":[{"a":[1]},{"b":[2]}]}"#, #"{"b":2}"#),
        (#"{"x":[0],"d":{"$or":[{"a":[1]},{"b":[{"numeric":["<",3]}]}]}}"#, #"{"x":0,"d":{"b":2}}"#),
    ])
    func matches(pattern: String, document: String) throws {
        #expect(try ContentPattern(text: pattern).matches(JSON.parse(document)))
    }

    @Test(arguments: [
        (#"{"a":[1]}"#, #"{"a":"1"}"#), (#"{"a":["x"]}"#, #"{"A":"x"}"#), (#"{"a":["x"]}"#, #"{}"#),
        (#"{"a":{"b":[1],"c":[2]}}"#, #"{"a":[{"b":1,"c":4},{"b":3,"c":2}]}"#),
        (#"{"a":[{"prefix":"us-"}]}"#, #"{"a":5}"#), (#"{"a":[{"prefix":"US-"}]}"#, #"{"a":"us-1"}"#),
        (#"{"a":[{"anything-but":"x"}]}"#, #"{"a":"x"}"#), (#"{"a":[{"anything-but":"x"}]}"#, #"{}"#),
        (#"{"a":[{"anything-but":{"wildcard":["*a*","*b*"]}}]}"#, #"{"a":"xbx"}"#),
        (#"{"a":[{"numeric":[">",0,"<",5]}]}"#, #"{"a":5}"#), (#"{"a":[{"numeric":["=",5]}]}"#, #"{"a":"5"}"#),
        (#"{"a":[{"exists":true}]}"#, #"{"a":{"b":1}}"#), (#"{"a":[{"exists":false}]}"#, #"{"a":null}"#),
        (#"{"a":[{"cidr":"10.0.0.0/25"}]}"#, #"{"a":"10.0.0.128"}"#),
        (#"{"a":[{"cidr":"10.0.0.0/8"}]}"#, #"{"a":"ten"}"#),
        (#"{"a":[{"wildcard":"ab*ba"}]}"#, #"{"a":"aba"}"#), (#"{"a":[{"wildcard":"*ab*ab"}]}"#, #"{"a":"ab"}"#),
        (#"{"$or":[{"a":[1]},{"b":[2]}]}"#, #"{"a":2,"b":1}"#),
    ])
    func doesNotMatch(pattern: String, document: String) throws {
        #expect(try !ContentPattern(text: pattern).matches(JSON.parse(document)))
    }

    @Test(arguments: [
        (#"[1]"#, "Filter is not an object"), (#"{"a":1}"#, #""a" must be an object or an array"#),
        (#"{}"#, "Empty objects are not allowed"), (#"{"a":[]}"#, "Empty arrays are not allowed"),
        (#"{"a":[[1]]}"#, "Match value must be String, number, true, false, or null"),
        (#"{"a":[{"like":"x"}]}"#, "Unrecognized match type like"),
        (#"{"a":[{"prefix":1}]}"#, "prefix match pattern must be a string"),
        (#"{"a":[{"prefix":"x","suffix":"y"}]}"#, "Only one key allowed in match expression"),
        (#"{"a":[{"exists":"yes"}]}"#, "exists match pattern must be either true or false."),
        (#"{"a":[{"numeric":5}]}"#, "Value of numeric must be an array."),
        (#"{"a":[{"numeric":["~",5]}]}"#, "Unrecognized numeric range operator: ~"),
        (#"{"a":[{"numeric":["<",5,">",6]}]}"#, "Too many elements in numeric expression"),
        (#"{"a":[{"numeric":[">",6,"<",5]}]}"#, "Bottom must be less than top"),
        (#"{"a":[{"numeric":[">","6"]}]}"#, "Value of > must be numeric"),
        (#"{"a":[{"numeric":["=",6e9]}]}"#, "Value must be between -5.0E9 and 5.0E9, inclusive"),
        (
            #"{"a":[{"anything-but":["x",1]}]}"#,
            "Inside anything but list, either all values are number or string, mixed type is not supported"
        ),
        (#"{"a":[{"anything-but":{"numeric":1}}]}"#, "Unsupported anything-but pattern: numeric"),
        (#"{"a":[{"anything-but":{"prefix":""}}]}"#, "Null prefix/suffix not allowed"),
        (#"{"a":[{"cidr":"10.0.0.0"}]}"#, "Malformed CIDR, one '/' required"),
        (#"{"a":[{"cidr":"10.0.0.0/33"}]}"#, "IPv4 mask bits must be < 32"),
        (#"{"a":[{"wildcard":"a**b"}]}"#, "Consecutive wildcard characters at pos 3"),
        (#"{"a":[{"wildcard":"a\\b"}]}"#, "Invalid escape character at pos 3"),
        (#"{"$or":[{"a":[1]}]}"#, "There must have at least 2 Objects in $or relationship."),
        (#"{"$or":[1,2]}"#, "Only JSON object is allowed in array of $or relationship."),
        (
            #"{"$or":[{"a":[1]},{"prefix":[2]}]}"#,
            "prefix is Ruler reserved fieldName which cannot be used inside $or."
        ),
    ])
    func isRefused(pattern: String, message: String) {
        do throws(ContentPatternError) {
            _ = try ContentPattern(text: pattern)
            Issue.record("it is taken for a pattern")
        } catch {
            #expect(error.message == message)
        }
    }

    @Test(arguments: [
        (#"{"source":["aws.states"]}"#, true), (#"{"source":["mine"]}"#, false), (#"{"detail":{"a":[1]}}"#, true),
        (#"{"source":[{"prefix":"aws."}],"detail-type":["other"]}"#, false),
        (#"{"$or":[{"source":["mine"]},{"detail-type":["change"]}]}"#, true),
    ])
    func whatIsKnownRulesPatternsOut(pattern: String, mayMatch: Bool) throws {
        let known: JSONObject = ["source": "aws.states", "detail-type": "change"]
        #expect(try ContentPattern(text: pattern).mayMatch(known: known) == mayMatch)
    }
}
