import JSONPathLanguage
import JSONTree
import Testing

@testable import NativeFunctions

/// Paths are the reference paths of state machines, or none.
struct NativePathTests {
    private static let input: JSON = [
        "a": ["b": [1, ["c": "deep"]], "b c": 2], "é": 3, "x-y_1": 4, "0": 5,
    ]

    @Test(arguments: [
        "$", "$.a", "$.a.b", "$.a.b[0]", "$.a.b[1].c", "$['a']['b c']", "$[\"a\"]", "$.é", "$.x-y_1", "$['x-y_1']",
        "$.a.b[7]",
        "$.missing", "$.a.missing.more",
    ])
    func aPathFindsWhatAReferencePathFinds(text: String) throws {
        let path = try #require(NativePath(text))
        #expect(try path.read(from: Self.input) == ReferencePath(text).read(from: Self.input))
    }

    @Test(arguments: [
        "", "a", "$a", "$.", "$..a", "$.*", "$.a[*]", "$.a[-1]", "$.a[1:2]", "$.a[?(@.b)]", "$[", "$['a", "$['a'",
        "$[1", "$.a.", "$[]",
        "$['']", "$$.a", "$.a b", "$.a[12345678901]",
    ])
    func whatIsNoReferencePathIsRefused(text: String) { #expect(NativePath(text) == nil) }

    @Test func resultsAreWrittenByNames() throws {
        var result = JSON.emptyObject
        try #require(NativePath.output("$.a.b")).write(1, into: &result)
        try #require(NativePath.output("$.a.c")).write(2, into: &result)
        try #require(NativePath.output("plain.name")).write(3, into: &result)
        #expect(result == ["a": ["b": 1, "c": 2], "plain.name": 3])
        #expect(NativePath.output("$.a[0]") == nil)
    }
}
