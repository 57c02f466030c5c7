import JSONTree
import Testing

@testable import LambdaService

/// What of a streamed answer is head and what is body, however it is cut into pieces.
@Suite struct StreamPreludeTests {
    private static let zeros = String(repeating: "\0", count: 8)

    /// What comes of a text given in pieces of a length: the prelude's text, and the rest after the piece that decided.
    private func taken(_ text: String, by length: Int) -> (prelude: String?, rest: String)? {
        var head = StreamPrelude()
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let piece = bytes.prefix(length)
            bytes = bytes.dropFirst(length)
            guard let (prelude, rest) = head.take(Array(piece)) else { continue }
            return (prelude?.text, String(decoding: rest + bytes, as: UTF8.self))
        }
        return nil
    }

    @Test(arguments: [1, 2, 7, 1_000])
    func anObjectBeforeEightZerosIsTheHead(length: Int) throws {
        let object = #"{"statusCode":201,"headers":{"a":"{\"}"}}"#
        let found = try #require(taken(object + Self.zeros + "body", by: length))
        #expect(found.prelude == object)
        #expect(found.rest == "body")
    }

    @Test(
        arguments: [
            "text", "[1]", #"{"a":1}"# + "\n", #"{"a":1}{"b":2}"#, "{\0\0\0\0\0\0\0\0", #"{"a":1}"# + "\0\0x",
            "{" + String(repeating: "x", count: 70_000),
        ], [1, 5, 100_000])
    func anythingElseIsTheBody(text: String, length: Int) throws {
        let found = try #require(taken(text, by: length))
        #expect(found.prelude == nil)
        #expect(found.rest == text)
    }

    @Test func whatIsNotDecidedIsKept() {
        for text in [#"{"a":"#, #"{"a":1}"#, #"{"a":1}"# + "\0\0"] {
            var head = StreamPrelude()
            #expect(head.take(Array(text.utf8)) == nil)
            #expect(head.rest == Array(text.utf8))
        }
    }
}
