import JSONTree
import Testing

/// Damaged documents: the reader never crashes, and what it takes comes back as it went.
@Suite struct JSONFuzzTests {
    @Test func whatIsReadFromDamagedTextRoundTrips() throws {
        let seed = Seed.fromEnvironment()
        var chance = Chance64(seed: seed)
        var accepted = 0
        for _ in 0..<1_500 {
            let json = RandomJSON.value(&chance, depth: 4)
            let valid = chance.next() & 1 == 0 ? json.bytes : Array(json.prettyText.utf8)
            #expect(try JSON.parse(valid) == json, "seed \(seed)")
            for _ in 0..<8 {
                let damaged = damage(valid, &chance)
                guard let read = try? JSON.parse(damaged) else { continue }  // refused, as most are
                accepted += 1
                let text = read.bytes
                guard try JSON.parse(text) == read, try JSON.parse(text).bytes == text,
                    try JSON.parse(read.prettyText) == read
                else {
                    Issue.record("seed \(seed): \(damaged)")
                    return
                }
            }
        }
        #expect(accepted > 0)
    }

    @Test func everyPrefixOfADocumentIsRefusedInPlace() throws {
        var chance = Chance64(seed: Seed.fromEnvironment())
        for _ in 0..<100 {
            let valid = JSON.array([RandomJSON.value(&chance, depth: 3)]).bytes
            for length in 0..<valid.count {
                let error = #expect(throws: JSONError.self) { try JSON.parse(Array(valid[..<length])) }
                #expect(error.map { $0.offset <= length } == true)
            }
        }
    }

    @Test func refusingEqualKeysAgreesWithCountingThem() throws {
        let seed = Seed.fromEnvironment()
        var chance = Chance64(seed: seed)
        for _ in 0..<2_000 {
            let keys = (0..<chance.below(40)).map { _ in "k\(chance.below(200))" }
            let text = "{" + keys.map { "\"\($0)\":0" }.joined(separator: ",") + "}"
            let refused = (try? JSON.parse(text, options: JSONReadingOptions(duplicateKeys: .refused))) == nil
            #expect(refused == (Set(keys).count < keys.count), "seed \(seed)")
            #expect(try JSON.parse(text).objectValue?.count == Set(keys).count, "seed \(seed)")
        }
    }

    @Test func lookingForPlacesInDamagedTextEnds() {
        var chance = Chance64(seed: Seed.fromEnvironment())
        for _ in 0..<2_000 {
            let text = damage(RandomJSON.value(&chance, depth: 4).bytes, &chance)
            let places = JSONPlaces(text)
            for pointer in ["", "/0", "/1/key/0", "/a", "/9223372036854775807", "/key/2/a~1"] {
                if let place = places.place(of: pointer) { #expect(text.indices.contains(place.offset)) }
            }
        }
    }

    private func damage(_ text: [UInt8], _ chance: inout Chance64) -> [UInt8] {
        var text = text
        let interesting =
            Array(#"{}[]":,\/0123456789eE+-.truefalsn u"#.utf8) + [0, 0x1F, 0x7F, 0x80, 0xC3, 0xED, 0xF0, 0xFF]
        for _ in 0...chance.below(3) where !text.isEmpty {
            let place = chance.below(text.count)
            switch chance.below(5) {
            case 0: text[place] = interesting[chance.below(interesting.count)]
            case 1: text.insert(interesting[chance.below(interesting.count)], at: place)
            case 2: text.remove(at: place)
            case 3: text[place] ^= 1 << UInt8(chance.below(8))
            default:
                let end = min(text.count, place + 1 + chance.below(8))
                text.insert(contentsOf: Array(text[place..<end]), at: chance.below(text.count))
            }
        }
        return text
    }
}
