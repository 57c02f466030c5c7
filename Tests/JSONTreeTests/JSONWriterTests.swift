import JSONTree
import Testing

/// The compact and the indented form, and writing without a tree.
@Suite struct JSONWriterTests {
    @Test(arguments: [
        "null", "true", "false", "0", "-7", "1.50", "[]", "{}", "[1,[2,{}],\"\"]",
        #"{"z":1,"a":[true,null],"":{"b":"/é😀"}}"#,
        #""\"\\\b\f\n\r\t\u0000\u001F""#, "\"\u{7F}\u{2028}\"",
    ])
    func compactTextIsWrittenAsItWasRead(text: String) throws {
        #expect(try JSON.parse(text).text == text)
        #expect(try JSON.parse(text).bytes == Array(text.utf8))
    }

    @Test func escapesOnlyWhatMustBeEscaped() {
        let every = String(String.UnicodeScalarView((0..<0x80).compactMap { Unicode.Scalar($0) }))
        let text = JSON.string(every).text
        #expect(text.hasPrefix(#""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000B\f\r\u000E\u000F\u0010"#))
        #expect(text.contains(##" !\"#$%&'()*+,-./0"##))
        #expect(text.contains(#"Z[\\]^_"#))
        #expect(text.hasSuffix("~\u{7F}\""))
    }

    @Test func escapesAtEveryAlignment() throws {
        for length in 0..<20 {
            for special in ["\"", "\\", "\n", "\u{1F}", "é", "é\"", "\"é", "😀\\"] {
                let text = String(repeating: "x", count: length) + special + String(repeating: "y", count: 20 - length)
                #expect(try JSON.parse(JSON.string(text).bytes) == .string(text))
            }
        }
    }

    @Test func appendsToWhatIsThere() {
        var output = Array("data: ".utf8)
        (["a": 1] as JSON).write(into: &output)
        #expect(String(decoding: output, as: UTF8.self) == #"data: {"a":1}"#)
    }

    @Test func prettyTextIsIndentedByTwoSpaces() throws {
        let json: JSON = ["a": [1, ["b": "x"]], "e": [], "o": [:]]
        #expect(
            json.prettyText == """
                {
                  "a": [
                    1,
                    {
                      "b": "x"
                    }
                  ],
                  "e": [],
                  "o": {}
                }
                """)
        #expect(try JSON.parse(json.prettyText) == json)
    }

    @Test(arguments: [0, 7, 10, -1, 99, 100, 12_345, .max, .min] as [Int64])
    func integersAreAppendedInDecimal(value: Int64) {
        var output: [UInt8] = []
        JSONText.appendInteger(value, into: &output)
        #expect(String(decoding: output, as: UTF8.self) == String(value))
    }

    @Test func piecesMakeAText() throws {
        var output: [UInt8] = []
        JSONText.appendRaw("{", into: &output)
        JSONText.appendKey("na\"me", into: &output)
        JSONText.appendString("line\nend", into: &output)
        JSONText.appendRaw(",\"n\":", into: &output)
        JSONText.appendInteger(3 as Int, into: &output)
        JSONText.appendRaw(",\"d\":", into: &output)
        JSONText.appendDouble(2, into: &output)
        JSONText.appendRaw(",\"e\":\"", into: &output)
        JSONText.appendEscaped(Array("\t".utf8), into: &output)
        JSONText.appendEscaped("", into: &output)
        JSONText.appendRaw("\"}", into: &output)
        #expect(String(decoding: output, as: UTF8.self) == #"{"na\"me":"line\nend","n":3,"d":2.0,"e":"\t"}"#)
    }
}
