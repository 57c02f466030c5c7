import Digests
import JSONTree
import Testing

@testable import NativeFunctions

/// Numbers go in and come back as they are, or not at all.
struct NativeScalarTests {
    private func same(_ type: String, _ value: String) throws -> String {
        try CompiledFunctions.answer(
            #"{"symbol":"same_\#(type)","parameters":[{"path":"$.v","type":"\#(type)"}],"returns":{"type":"\#(type)"}}"#,
            #"{"v":\#(value)}"#)
    }

    @Test(arguments: [
        ("i8", "-128", "127"), ("i16", "-32768", "32767"), ("i32", "-2147483648", "2147483647"),
        ("i64", "-9223372036854775808", "9223372036854775807"), ("u8", "0", "255"), ("u16", "0", "65535"),
        ("u32", "0", "4294967295"), ("u64", "0", "18446744073709551615"),
    ])
    func theEndsOfEveryIntegerComeBack(type: String, least: String, most: String) throws {
        #expect(try same(type, least) == least)
        #expect(try same(type, most) == most)
        let range = "Native.InvalidInput: $.v is %, but \(type) has whole numbers from \(least) to \(most)"
        let (above, below) = (neighbour(most, 1), neighbour(least, -1))
        #expect(try same(type, above) == range.replacing("%", with: above))
        #expect(try same(type, below) == range.replacing("%", with: below))
    }

    private func neighbour(_ number: String, _ by: Int128) -> String { String((Int128(number) ?? 0) + by) }

    @Test(arguments: [
        ("i32", "1.0", "1"), ("i32", "1e3", "1000"), ("i32", "-0", "0"), ("f64", "0.1", "0.1"),
        ("f64", "-1.5e-300", "-1.5e-300"),
        ("f64", "12345678901234567890", "12345678901234567000.0"), ("f32", "0.1", "0.1"),
        ("f32", "16777216", "16777216.0"),
        ("bool", "true", "true"), ("bool", "false", "false"),
    ])
    func otherSpellingsMeanTheSame(type: String, value: String, answer: String) throws {
        let (one, other) = (try JSON.parse(try same(type, value)), try JSON.parse(answer))
        #expect(one == other || one.doubleValue == other.doubleValue)
    }

    @Test(arguments: [
        ("i32", "1.5", "is 1.5, but i32 has whole numbers"),
        ("i32", "\"7\"", "must be a whole number (i32), not a string"),
        ("i32", "null", "must be a whole number (i32), not null"), ("i32", "true", "not a truth value"),
        ("i32", "[1]", "not an array"),
        ("f64", "\"NaN\"", "must be a number (f64), not a string"), ("f64", "1e400", "but f64 has numbers from"),
        ("f32", "1e39", "$.v is 1e39, but f32 has numbers from"),
        ("bool", "1", "must be true or false (bool), not a number"),
        ("u64", "-1", "but u64 has whole numbers from 0"), ("i64", "1e30", "$.v is 1e30, but i64"),
    ])
    func whatDoesNotFitIsRefusedWithItsPlace(type: String, value: String, words: String) throws {
        let answer = try same(type, value)
        #expect(answer.hasPrefix("Native.InvalidInput: $.v ") && answer.contains(words), "\(answer)")
    }

    @Test func aMissingValueIsNamed() throws {
        #expect(
            try CompiledFunctions.answer(
                #"{"symbol":"same_i32","parameters":[{"path":"$.a.b","type":"int"}],"returns":{"type":"int"}}"#)
                == "Native.InvalidInput: $.a.b is missing: same_i32 takes a i32 there")
    }

    @Test(arguments: [("0", "nan"), ("1", "inf")])
    func numbersThatJSONDoesNotHaveAreNoResult(kind: String, name: String) throws {
        #expect(
            try CompiledFunctions.answer(
                #"{"symbol":"not_a_number","parameters":[{"value":\#(kind),"type":"i32"}],"returns":{"type":"f64"}}"#
            )
            .hasSuffix("the result of not_a_number is \(name), which JSON cannot say"))
    }

    @Test func tenArgumentsOfAllKindsArriveInOrder() throws {
        let types = ["i8", "u64", "f32", "f64", "i16", "i64", "u8", "i32", "f64", "f32"]
        let parameters = types.enumerated().map { #"{"path":"$[\#($0.offset)]","type":"\#($0.element)"}"# }
        #expect(
            try CompiledFunctions.answer(
                #"{"symbol":"many","parameters":[\#(parameters.joined(separator: ","))],"returns":{"type":"i32"}}"#,
                "[-1,2,4.0,8,-16,32,64,128,256,512]") == "989")
    }

    @Test func smallNumbersGrowBehindTheDots() throws {
        let native = """
            {"symbol":"total","variadicAfter":1,"returns":{"type":"f64"},"parameters":[{"value":4,"type":"i32"},
             {"path":"$[0]","type":"i8"},{"path":"$[1]","type":"f32"},{"path":"$[2]","type":"u16"},{"path":"$[3]","type":"f64"}]}
            """
        #expect(try CompiledFunctions.answer(native, "[-100,0.5,60000,0.25]") == "59900.75")
        #expect(try CompiledFunctions.answer(native, "[-129,0,0,0]").contains("$[0] is -129, but i8"))
    }

    @Test(arguments: ["", "f", "fo", "foo", "foob", "fooba", "foobar", "\u{0}\u{1}ÿ"])
    func base64IsThatOfTheOtherModules(text: String) {
        let bytes = Array(text.utf8)
        let encoded = bytes.withUnsafeBytes(NativeEncoding.encode)
        #expect(encoded == Base64.encode(bytes))
        #expect(NativeEncoding.decode(encoded) == bytes)
    }

    @Test(arguments: ["A", "AA", "AAA", "A===", "AB==", "AAB=", "AA=A", "====", "AA AA", "AAAA=", "AA==AAAA", "Aé=="])
    func whatIsNoBase64IsNotRead(text: String) {
        #expect(NativeEncoding.decode(text) == nil)
        #expect(Base64.decode(text) == nil)
    }
}
