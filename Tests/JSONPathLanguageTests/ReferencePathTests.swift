import JSONPathLanguage
import JSONTree
import Testing

struct ReferencePathTests {
    @Test(
        arguments: [
            ("$", ["a": 1], 9, 9), ("$.b", ["a": 1], 9, ["a": 1, "b": 9]),
            ("$.a", ["a": 1, "b": 2], 9, ["a": 9, "b": 2]),
            ("$.x.y['z w']", ["a": 1], 9, ["a": 1, "x": ["y": ["z w": 9]]]),
            ("$.l[1]", ["l": [1, 2]], 9, ["l": [1, 9]]),
            ("$.l[0].n", ["l": [["m": 1]]], 9, ["l": [["m": 1, "n": 9]]]), ("$[0]", [1, 2], 9, [9, 2]),
        ] as [(String, JSON, JSON, JSON)])
    func valueIsInserted(path: String, input: JSON, value: JSON, expected: JSON) throws {
        let reference = try ReferencePath(path)
        let output = try reference.inserting(value, into: input)
        #expect(output == expected)
        #expect(output.text == expected.text)
        #expect(reference.read(from: output) == value)
    }

    @Test(
        arguments: [
            ("$.a", [1], "Unable to apply step \"a\" to input [1]"),
            ("$.a", 5, "Unable to apply step \"a\" to input 5"),
            ("$.a.b", ["a": "s"], "Unable to apply step \"b\" to input {\"a\":\"s\"}"),
            ("$.l[2]", ["l": [1, 2]], "Unable to apply step \"2\" to input {\"l\":[1,2]}"),
            ("$.l[0]", ["l": ["x": 1]], "Unable to apply step \"0\" to input {\"l\":{\"x\":1}}"),
        ] as [(String, JSON, String)])
    func placeThatCannotBeReachedIsAConflict(path: String, input: JSON, cause: String) throws {
        let failure = try #require(throws: PathFailure.self) { try ReferencePath(path).inserting(9, into: input) }
        #expect(failure.kind == .conflict)
        #expect(failure.invalidPathCause == cause)
    }

    @Test(arguments: [
        "$.a[*]", "$..a", "$.a[-1]", "$.a[0,1]", "$$.a", "$v.a", "a", "$.a.length()", "$.a[?(@.b)]", "$['a','b']",
    ])
    func otherPathsAreRefused(path: String) {
        #expect(throws: PathSyntaxError.self) { try ReferencePath(path) }
    }
}
