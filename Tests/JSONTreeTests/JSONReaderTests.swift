import JSONTree
import Testing

/// What the reader takes and what it refuses, and where.
@Suite struct JSONReaderTests {
    @Test(arguments: [
        "null", "true", "false", "0", "-0", "1", "-1", "10", "0.5", "-0.5", "1e3", "1E3", "1e+3", "1E-3", "0e0",
        "0.0e-00",
        "9223372036854775807", "-9223372036854775808", "9223372036854775808", "123456789012345678901234567890",
        #""""#, #""a""#, #""\"\\\/\b\f\n\r\t""#, #""\u0000""#, #""\u00e9\uD834\uDD1E""#, #""\uFFFF""#, #""é😀""#,
        "\"\u{7F}\"",
        "\"\u{FEFF}\"", "\"\u{2028}\"", "[]", "[ ]", "{}", "{ }", "[1]", "[1,2]", "[[[]]]", #"{"a":1}"#, #"{"":""}"#,
        #"{"a":{"b":[{}]}}"#,
        " 1 ", "\t\r\n [ 1 , 2 ] \n", " { \"a\" : 1 , \"b\" : [ ] } ", #"{"a":1,"a":2}"#,
    ])
    func takesWhatTheGrammarAllows(text: String) throws {
        #expect(throws: Never.self) { try JSON.parse(text) }
    }

    @Test(
        arguments: [
            ("", .unexpectedEnd, 0), (" ", .unexpectedEnd, 1), ("[", .unexpectedEnd, 1), ("[1", .unexpectedEnd, 2),
            ("[1,", .unexpectedEnd, 3),
            ("{", .unexpectedEnd, 1), (#"{"a"#, .unexpectedEnd, 3), (#"{"a""#, .unexpectedEnd, 4),
            (#"{"a":"#, .unexpectedEnd, 5),
            (#"{"a":1"#, .unexpectedEnd, 6), (#"{"a":1,"#, .unexpectedEnd, 7), ("\"", .unexpectedEnd, 1),
            (#""a\"#, .unexpectedEnd, 3),
            (#""\u12"#, .unexpectedEnd, 5), ("tru", .unexpectedEnd, 3), ("-", .unexpectedEnd, 1),
            ("1.", .unexpectedEnd, 2),
            ("1e", .unexpectedEnd, 2), ("1e-", .unexpectedEnd, 3),
            ("tRue", .unexpectedCharacter, 1), ("nul1", .unexpectedCharacter, 3), ("True", .unexpectedCharacter, 0),
            ("NaN", .unexpectedCharacter, 0), ("Infinity", .unexpectedCharacter, 0), ("'a'", .unexpectedCharacter, 0),
            ("+1", .unexpectedCharacter, 0), (".5", .unexpectedCharacter, 0), ("[1,]", .unexpectedCharacter, 3),
            ("[,1]", .unexpectedCharacter, 1),
            ("[1 2]", .unexpectedCharacter, 3), ("[1}", .unexpectedCharacter, 2), ("]", .unexpectedCharacter, 0),
            ("{1:2}", .unexpectedCharacter, 1),
            (#"{"a" 1}"#, .unexpectedCharacter, 5), (#"{"a":1,}"#, .unexpectedCharacter, 7),
            (#"{"a":}"#, .unexpectedCharacter, 5),
            (#"{a:1}"#, .unexpectedCharacter, 1), (#"{"a":1 "b":2}"#, .unexpectedCharacter, 7),
            ("/* */ 1", .unexpectedCharacter, 0),
            ("[1,\u{A0}2]", .unexpectedCharacter, 3), ("\u{C}1", .unexpectedCharacter, 0),
            ("\0", .unexpectedCharacter, 0),
            ("01", .invalidNumber, 0), ("-01", .invalidNumber, 0), ("00", .invalidNumber, 0),
            ("[-]", .invalidNumber, 1), ("1.e1", .invalidNumber, 0),
            ("[1.]", .invalidNumber, 1), ("[1e]", .invalidNumber, 1), ("[1e+]", .invalidNumber, 1),
            ("-a", .invalidNumber, 0),
            ("1 2", .trailingText, 2), ("{}}", .trailingText, 2), ("1a", .trailingText, 1), ("0x10", .trailingText, 1),
            ("1.5.5", .trailingText, 3),
            (#""\a""#, .invalidEscape, 1), (#""\u12g4""#, .invalidEscape, 1), (#""\U0041""#, .invalidEscape, 1),
            (#""\'""#, .invalidEscape, 1),
            (#""\uD800""#, .loneSurrogate, 1), (#""\uDC00""#, .loneSurrogate, 1),
            (#""\uD800\uD800""#, .loneSurrogate, 1),
            (#""\uD800\n12345""#, .loneSurrogate, 1), (#""a\uDFFF\uD800""#, .loneSurrogate, 2),
            ("\"\n\"", .controlCharacter, 1), ("\"abcdefgh\u{1F}\"", .controlCharacter, 9),
            ("\"\u{0}\"", .controlCharacter, 1),
            ("\u{FEFF}1", .byteOrderMark, 0),
        ] as [(String, JSONError.Code, Int)])
    func refusesWhatTheGrammarDoesNotAllow(text: String, code: JSONError.Code, offset: Int) {
        let error = #expect(throws: JSONError.self) { try JSON.parse(text) }
        #expect(error?.code == code)
        #expect(error?.offset == offset)
    }

    @Test(
        arguments: [
            [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF],
            [0xE2, 0x82],
            [0xE2, 0x28, 0xA1], [0xE2, 0x82, 0x28], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xF0, 0x80, 0x80, 0x80],
            [0xF0, 0x8F, 0xBF, 0xBF],
            [0xF0, 0x9F, 0x98], [0xF0, 0x9F, 0x28, 0x80], [0xF0, 0x9F, 0x98, 0x28], [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80],
            [0xFE], [0xFF], [0xFB, 0xBF, 0xBF, 0xBF],
        ] as [[UInt8]])
    func refusesInvalidUTF8(bytes: [UInt8]) {
        for (before, after) in [
            ([], []), (Array("abcdefg".utf8), []), ([], Array("abcdefghijk".utf8)), (Array(#"\n"#.utf8), []),
        ] {
            let inString = #expect(throws: JSONError.self) { try JSON.parse([0x22] + before + bytes + after + [0x22]) }
            #expect(inString?.code == .invalidUTF8)
            #expect(inString?.offset == 1 + before.count)
            let inKey = #expect(throws: JSONError.self) {
                try JSON.parse([0x7B, 0x22] + before + bytes + after + Array(#"":1}"#.utf8))
            }
            #expect(inKey?.code == .invalidUTF8)
        }
        #expect(throws: JSONError.self) { try JSON.parse([0x22] + bytes) }
        #expect(throws: JSONError.self) { try JSON.parse(bytes) }
    }

    @Test func readsEveryScalarAsItIsAndAsEscapes() throws {
        for value in stride(from: UInt32(0x20), to: 0x110000, by: 61) {
            guard let scalar = Unicode.Scalar(value), scalar != "\"", scalar != "\\" else { continue }
            let plain = String(Character(scalar))
            #expect(try JSON.parse("\"\(plain)\"").stringValue?.hasSameCodeUnits(as: plain) == true)
            let escapes = plain.utf16.map { unit in
                "\\u" + String(repeating: "0", count: 4 - String(unit, radix: 16).count) + String(unit, radix: 16)
            }
            #expect(try JSON.parse("\"\(escapes.joined())\"").stringValue?.hasSameCodeUnits(as: plain) == true)
        }
    }

    @Test func findsTheEndOfAStringAtEveryAlignment() throws {
        for length in 0..<40 {
            let text = String(repeating: "x", count: length)
            #expect(try JSON.parse("\"\(text)\"") == .string(text))
            #expect(try JSON.parse("[\"\(text)é\\n\",7]") == [.string(text + "é\n"), 7])
            #expect(try JSON.parse("{\"\(text)\":\"\(text)\"}")[text] == .string(text))
        }
    }

    @Test func limitsTheDepth() throws {
        let options = JSONReadingOptions(maxDepth: 3)
        #expect(try JSON.parse("[[[1]]]", options: options) == [[[1]]])
        let error = #expect(throws: JSONError.self) { try JSON.parse(#"[[{"a":[]}]]"#, options: options) }
        #expect(error?.code == .tooDeep)
        #expect(error?.offset == 7)
        #expect(try JSON.parse("1", options: JSONReadingOptions(maxDepth: 0)) == 1)
        let deep = String(repeating: "[", count: 1_000) + String(repeating: "]", count: 1_000)
        #expect(try JSON.parse(deep).text == deep)
        #expect(throws: JSONError.self) { try JSON.parse("[" + deep + "]") }
        #expect(throws: JSONError.self) { try JSON.parse(String(repeating: "[", count: 1_000_000)) }
        #expect(throws: JSONError.self) { try JSON.parse(String(repeating: #"{"a":"#, count: 1_000_000)) }
    }

    @Test(arguments: [("1", 0), ("[]", 1), ("[1,{}]", 2), (#"{"a":[{"b":{}}],"c":1}"#, 4)])
    func aValueKnowsWhetherItIsTooDeep(text: String, depth: Int) throws {
        let json = try JSON.parse(text)
        #expect(!json.isDeeper(than: depth))
        #expect(json.isDeeper(than: depth - 1) == (depth > 0))
        #expect(throws: Never.self) { try JSON.parse(text, options: JSONReadingOptions(maxDepth: depth)) }
    }

    @Test func siblingsDoNotCountAsDepth() throws {
        #expect(try JSON.parse("[[],{},[[]],[]]", options: JSONReadingOptions(maxDepth: 3)).arrayValue?.count == 4)
    }

    @Test func limitsTheSize() throws {
        #expect(try JSON.parse("[1,2]", options: JSONReadingOptions(maxBytes: 5)) == [1, 2])
        let error = #expect(throws: JSONError.self) {
            try JSON.parse("[1,2]", options: JSONReadingOptions(maxBytes: 4))
        }
        #expect(error?.code == .tooLong)
    }

    @Test func theLastOfEqualKeysStandsInThePlaceOfTheFirst() throws {
        #expect(try JSON.parse(#"{"a":1,"b":2,"a":3,"\u0061":4}"#).text == #"{"a":4,"b":2}"#)
        let many = (0..<40).map { "\"k\($0 % 30)\":\($0)" }.joined(separator: ",")
        let object = try #require(JSON.parse("{\(many)}").objectValue)
        #expect(object.keys == (0..<30).map { "k\($0)" })
        #expect(object["k5"] == 35)
        #expect(object["k29"] == 29)
    }

    @Test(arguments: [3, 15, 16, 17, 60])
    func refusesEqualKeysOnRequest(count: Int) throws {
        let options = JSONReadingOptions(duplicateKeys: .refused)
        let members = (0..<count).map { #""key \#($0)":{"x":1,"y":[{"x":1}]}"# }.joined(separator: ",")
        #expect(try JSON.parse("{\(members)}", options: options).objectValue?.count == count)
        let text = #"{\#(members),"key \u0031":0,"z":1}"#
        let error = #expect(throws: JSONError.self) { try JSON.parse(text, options: options) }
        #expect(error?.code == .duplicateKey)
        #expect(error?.offset == members.utf8.count + 2)
    }

    @Test func keysThatAreOnlyEquivalentAreDifferentKeys() throws {
        let json = try JSON.parse("{\"\u{E9}\":1,\"e\u{301}\":2}")
        #expect(json["\u{E9}"] == 1)
        #expect(json["e\u{301}"] == 2)
        #expect(json.objectValue?.count == 2)
    }

    @Test(arguments: [
        ("[1,\n  x]", 2, 3), ("[1,\r\n  x]", 2, 3), ("[1,\r\r  x]", 3, 3), ("[\"é😀\",x]", 1, 7), ("x", 1, 1),
        ("[\n\n", 3, 1),
    ])
    func namesLineAndColumn(text: String, line: Int, column: Int) {
        let error = #expect(throws: JSONError.self) { try JSON.parse(text) }
        #expect(error?.line == line)
        #expect(error?.column == column)
        #expect(error?.message.hasSuffix("(line \(line), column \(column))") == true)
    }
}
