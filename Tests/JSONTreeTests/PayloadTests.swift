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

    @Test func anySpellingIsKeptToTheByte() throws {
        let seed = Seed.fromEnvironment()
        var chance = Chance64(seed: seed)
        for _ in 0..<500 {
            let compact = RandomJSON.value(&chance, depth: 4).bytes
            let spelling = Self.respelled(compact, &chance)
            let payload = try Payload(parsing: spelling)
            #expect(payload.bytes == spelling, "seed \(seed)")
            #expect(payload.byteCount == spelling.count, "seed \(seed)")
            #expect(payload.tree.bytes == compact, "seed \(seed)")
            #expect(Payload(payload.tree).byteCount <= payload.byteCount, "seed \(seed)")
        }
    }

    @Test func changingWhatWasTakenOutLeavesThePayload() throws {
        let payload = try Payload(parsing: Array(#"{"a":[1,2],"b":{"c":3}}"#.utf8))
        var object = try #require(payload.tree.objectValue)
        object["a"] = nil
        object["new"] = 1
        var bytes = payload.bytes
        bytes.removeAll()
        #expect(payload.text == #"{"a":[1,2],"b":{"c":3}}"#)
        #expect(payload.tree.text == payload.text)
    }

    @Test func isReadFromManyTasksAtOnce() async throws {
        let payload = Payload(
            JSON.array((0..<200).map { ["number": .integer($0), "text": "a string of some length"] }))
        let expected = payload.text
        let same = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    (0..<50).allSatisfy { payload.tree[$0]?["number"]?.integerValue == Int64($0) }
                        && payload.tree.text == expected
                }
            }
            return await group.allSatisfy { $0 }
        }
        #expect(same)
    }

    /// The same value with spaces between its tokens.
    private static func respelled(_ compact: [UInt8], _ chance: inout Chance64) -> [UInt8] {
        let spaces: [[UInt8]] = [[], [0x20], [0x0A], [0x0D, 0x0A], [0x09, 0x20, 0x20]]
        var result = spaces[chance.below(5)]
        var isInString = false
        var isEscape = false
        for byte in compact {
            let isToken = !isInString && "{}[]:,".utf8.contains(byte)
            if isToken { result += spaces[chance.below(5)] }
            result.append(byte)
            if isToken { result += spaces[chance.below(5)] }
            if byte == 0x22, !isEscape { isInString.toggle() }
            isEscape = byte == 0x5C && !isEscape
        }
        return result + spaces[chance.below(5)]
    }
}
