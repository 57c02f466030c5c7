import JSONTree
import Testing

/// Where values stand in a text.
@Suite struct JSONPlacesTests {
    private static let text = """
        {
          "States": {
            "A/B": { "Type": "Pass", "m~n": [10, [], {"x":1}, "s,]}"] , "é": 1, "Next" : true },
            "a\\u0062": [ [1,2] ,[3, 4]],
            "twice": 1, "twice": {"deep": 2}
          }, "": {"": "empty"}
        }
        """

    @Test(arguments: [
        ("", 1, 1, "{"), ("/States", 2, 13, "{"), ("/States/A~1B", 3, 12, "{"),
        ("/States/A~1B/Type", 3, 22, "\"Pass\""),
        ("/States/A~1B/m~0n", 3, 37, "[10"), ("/States/A~1B/m~0n/0", 3, 38, "10,"),
        ("/States/A~1B/m~0n/1", 3, 42, "[]"),
        ("/States/A~1B/m~0n/2/x", 3, 51, "1}"), ("/States/A~1B/m~0n/3", 3, 55, "\"s,"),
        ("/States/A~1B/é", 3, 70, "1,"),
        ("/States/A~1B/Next", 3, 82, "true"), ("/States/ab/1/1", 4, 29, "4]"), ("/States/twice", 5, 26, "{\"deep"),
        ("/States/twice/deep", 5, 35, "2"), ("/", 6, 10, "{\"\""), ("//", 6, 15, "\"empty"),
    ])
    func aPointerLeadsToItsValue(pointer: String, line: Int, column: Int, start: String) throws {
        let place = try #require(JSONPlaces(Array(Self.text.utf8)).place(of: pointer))
        #expect(place.line == line)
        #expect(place.column == column)
        #expect(String(decoding: Array(Self.text.utf8)[place.offset...], as: UTF8.self).hasPrefix(start))
    }

    @Test(arguments: [
        "States", "/Nope", "/States/A", "/States/ab/2", "/States/ab/-1", "/States/ab/01", "/States/ab/-",
        "/States/twice/deep/x", "/States/A~1B/m~0n/4",
        "/States/A~1B/m~0n/1/0", "/states",
    ])
    func aPointerToNothingHasNoPlace(pointer: String) {
        #expect(JSONPlaces(Array(Self.text.utf8)).place(of: pointer) == nil)
    }

    @Test func theWholeTextMayBeAScalar() {
        #expect(JSONPlaces(Array("  1".utf8)).place(of: "")?.column == 3)
        #expect(JSONPlaces(Array("  1".utf8)).place(of: "/a") == nil)
        #expect(JSONPlaces([]).place(of: "") == nil)
    }

    @Test func everyValueOfARandomDocumentIsFound() throws {
        let seed = Seed.fromEnvironment()
        var chance = Chance64(seed: seed)
        for _ in 0..<100 {
            let json = RandomJSON.value(&chance, depth: 4)
            for text in [json.bytes, Array(json.prettyText.utf8)] {
                let places = JSONPlaces(text)
                RandomJSON.visit(json) { pointer, value in
                    guard let offset = places.place(of: pointer)?.offset,
                        text[offset...].starts(with: value.bytes.prefix(1))
                    else {
                        Issue.record("seed \(seed): \(pointer) in \(json.text)")
                        return
                    }
                    guard case .array = value else {
                        if !value.isObject, !text[offset...].starts(with: value.bytes) {
                            Issue.record("seed \(seed): \(pointer) in \(json.text)")
                        }
                        return
                    }
                }
            }
        }
    }
}
