import Testing

@testable import StatesLanguage

/// Texts that are not JSON, and the words for it.
struct JSONComplaintTests {
    private static let list = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')"

    @Test(arguments: [
        ("not a definition", "Unrecognized token 'not': was expecting \(list)", 1, 4),
        (
            "{'not': 'json'", "Unexpected character (''' (code 39)): was expecting double-quote to start field name", 1,
            3
        ),
        (
            "{\"a\" 1}", "Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value",
            1, 7
        ),
        (
            "{\"a\": 1 \"b\"", "Unexpected character ('\"' (code 34)): was expecting comma to separate Object entries",
            1, 10
        ),
        ("[1\n 2]", "Unexpected character ('2' (code 50)): was expecting comma to separate Array entries", 2, 3),
        ("[1,]", "Unexpected character (']' (code 93)): expected a valid value \(list)", 1, 5),
        ("{\"a\": nul}", "Unrecognized token 'nul': was expecting \(list)", 1, 10),
        ("{\"a\": \"b", "Unexpected end-of-input: was expecting closing quote for a string value", 1, 9),
        ("{\"a\": [", "Unexpected end-of-input: expected close marker for Array", 1, 8),
    ])
    func faultsAreNamedAsTheServiceNamesThem(text: String, message: String, line: Int, column: Int) {
        let complaint = JSONComplaint(about: Array(text.utf8))
        #expect(complaint?.message == message)
        #expect(complaint?.source == "[Source: (String)\"\(text)\"; line: \(line), column: \(column)]")
    }

    @Test func longTextsAreCut() {
        let text = "x" + String(repeating: " ", count: 599)
        #expect(
            JSONComplaint(about: Array(text.utf8))?.source.contains("\"[truncated 100 chars]; line: 1, column: 2]")
                == true)
    }

    @Test(arguments: ["{}", " [1, {\"a\": null}] ", "\"a\\\"b\"", "-1.5e3"])
    func jsonIsNotComplainedOf(text: String) {
        #expect(JSONComplaint(about: Array(text.utf8)) == nil)
    }

    @Test func textThatIsNotJSONIsRefused() {
        let refusal = check("nope").refusal
        #expect(
            refusal
                == "Invalid State Machine Definition: 'INVALID_JSON_DESCRIPTION: Unrecognized token 'nope': was expecting "
                + "\(Self.list)\n at [Source: (String)\"nope\"; line: 1, column: 5] at [Source: (String)\"nope\"; line: 1, column: 5]'"
        )
    }
}
