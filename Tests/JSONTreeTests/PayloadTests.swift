import JSONTree
import Testing

/// A value and its text stay together.
@Suite struct PayloadTests {
    @Test func keepsTheSendersText() throws {
        let text = " { \"b\" : 1.0,\n\"a\" : [ ] } "
        let payload = try Payload(parsing: Array(text.utf8))
        #expect(payload.text == text)
        #expect(payload.byteCount == text.utf8.count)
        #expect(payload.tree == ["a": [], "b": 1])
    }

    @Test func writesAComputedValueCompactly() {
        let payload = Payload(["a": [1, 2.5], "b": "é"])
        #expect(payload.text == #"{"a":[1,2.5],"b":"é"}"#)
        #expect(payload.byteCount == 22)
    }

    @Test func obeysTheLimits() {
        let error = #expect(throws: JSONError.self) {
            try Payload(parsing: Array("[1,2]".utf8), options: .init(maxBytes: 2))
        }
        #expect(error?.code == .tooLong)
        #expect(throws: JSONError.self) { try Payload(parsing: []) }
    }

    @Test func theEmptyObjectIsOnePayload() {
        #expect(Payload.emptyObject === Payload.emptyObject)
        #expect(Payload.emptyObject.text == "{}")
        #expect(Payload.emptyObject.tree == .emptyObject)
    }

    @Test func textAndTreeAgreeForAnyValue() throws {
        let seed = Seed.fromEnvironment()
        var chance = Chance64(seed: seed)
        for _ in 0..<500 {
            let computed = Payload(RandomJSON.value(&chance, depth: 4))
            let read = try Payload(parsing: computed.bytes)
            #expect(read.tree == computed.tree, "seed \(seed)")
            #expect(read.bytes == computed.bytes, "seed \(seed)")
            #expect(Payload(read.tree).bytes == computed.bytes, "seed \(seed)")
            #expect(try Payload(parsing: Array(computed.tree.prettyText.utf8)).tree == computed.tree, "seed \(seed)")
            #expect(computed.text.utf8.count == computed.byteCount, "seed \(seed)")
        }
    }
}
