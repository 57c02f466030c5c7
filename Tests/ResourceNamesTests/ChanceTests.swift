import ResourceNames
import Testing

/// Chance that can be repeated, and the identifiers made of it.
@Suite struct ChanceTests {
    @Test func theSameSeedGivesTheSameStream() {
        var one = Chance(seed: 7)
        var other = Chance(seed: 7)
        var third = Chance(seed: 8)
        let words = (0..<100).map { _ in one.next() }
        #expect(words == (0..<100).map { _ in other.next() })
        #expect(words != (0..<100).map { _ in third.next() })
        #expect(Set(words).count == 100)
    }

    @Test func theStreamIsSplitMix64() {
        var chance = Chance(seed: 1_234_567)
        #expect(
            (0..<3).map { _ in chance.next() } == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            ])
    }

    @Test func fractionsLieBelowOne() {
        var chance = Chance(seed: 1)
        let fractions = (0..<10_000).map { _ in chance.fraction() }
        #expect(fractions.allSatisfy { 0 <= $0 && $0 < 1 })
        #expect(abs(fractions.reduce(0, +) / 10_000 - 0.5) < 0.02)
    }

    @Test func uuidsHaveTheirVersionAndVariant() {
        var chance = Chance(seed: 42)
        for _ in 0..<100 {
            let uuid = Array(chance.uuid())
            #expect(uuid.count == 36)
            #expect(uuid[14] == "4")
            #expect("89ab".contains(uuid[19]))
            #expect(uuid.allSatisfy { "0123456789abcdef-".contains($0) })
        }
        let words = UUIDText.version7Words(at: Timestamp(milliseconds: 0x0123_4567_89AB), high: .max, low: .max)
        #expect(UUIDText.text(high: words.high, low: words.low) == "01234567-89ab-7fff-bfff-ffffffffffff")
    }

    @Test func uuidTextRoundTrips() throws {
        let words = try #require(UUIDText.words("0123456789abcdefFEDCBA9876543210".hyphenated))
        #expect(words.high == 0x0123_4567_89AB_CDEF)
        #expect(words.low == 0xFEDC_BA98_7654_3210)
        #expect(UUIDText.text(high: words.high, low: words.low) == "01234567-89ab-cdef-fedc-ba9876543210")
    }

    @Test(arguments: [
        "", "0123456789abcdef0123456789abcdef", "01234567-89ab-cdef-fedc-ba987654321",
        "01234567-89ab-cdef-fedc-ba98765432100",
        "01234567-89ab-cdef-fedc-ba987654321g", "0123456-789ab-cdef-fedc-ba9876543210",
    ])
    func otherTextIsNoUUID(text: String) {
        #expect(UUIDText.words(text) == nil)
    }
}

extension String {
    /// 32 digits with the hyphens of a UUID.
    fileprivate var hyphenated: String {
        var digits = Array(self)
        for place in [20, 16, 12, 8] { digits.insert("-", at: place) }
        return String(digits)
    }
}
