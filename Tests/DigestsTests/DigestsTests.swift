import Digests
import Testing

struct DigestsTests {
    @Test func digestsOfAbcAreThePublishedOnes() {
        let abc = Array("abc".utf8)
        #expect(Digests.hex(Digests.md5(abc)) == "900150983cd24fb0d6963f7d28e17f72")
        #expect(Digests.hex(Digests.sha1(abc)) == "a9993e364706816aba3e25717850c26c9cd0d89d")
        #expect(Digests.hex(Digests.sha256(abc)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(Digests.hex(Digests.sha384(abc)).hasPrefix("cb00753f45a35e8bb5a03d699ac65007272c32ab0eded163"))
        #expect(Digests.hex(Digests.sha512(abc)).hasPrefix("ddaf35a193617abacc417349ae20413112e6fa4e89a97ea2"))
    }

    /// Source: the catalogue of parametrised CRC algorithms; each check is of the digits 1 to 9.
    @Test func cyclicChecksAreThePublishedOnes() {
        let digits = Array("123456789".utf8)
        #expect(Digests.hex(CyclicChecksum.crc32(digits)) == "cbf43926")
        #expect(Digests.hex(CyclicChecksum.crc32c(digits)) == "e3069283")
        #expect(Digests.hex(CyclicChecksum.crc64nvme(digits)) == "ae8b14860a799888")
        #expect(Digests.hex(CyclicChecksum.crc32([])) == "00000000")
        let long = [UInt8](repeating: 0x61, count: 1_003)
        let whole = CyclicChecksum.crc64nvme(long)
        long.withUnsafeBytes { #expect(CyclicChecksum.crc64nvme($0) == whole) }
    }

    @Test func nothingHasADigestToo() {
        #expect(Digests.hex(Digests.sha256([])) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(
            Digests.hex(Digests.sha256("".utf8)) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test func hmacIsThePublishedOne() {
        let code = Digests.hmacSHA256(key: "Jefe".utf8, "what do ya want for nothing?".utf8)
        #expect(Digests.hex(code) == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
        #expect(
            Digests.hex(Digests.hmacSHA256(key: [], []))
                == "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad")
    }

    /// Source: "The Galois/Counter Mode of Operation", test cases 14 and 16.
    @Test func aPublishedCiphertextOpens() throws {
        let plain = AESGCM.open(
            [UInt8](repeating: 0, count: 12)
                + bytes("cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"),
            key: [UInt8](repeating: 0, count: 32), context: [])
        #expect(plain == [UInt8](repeating: 0, count: 16))
        let sealed = bytes(
            "cafebabefacedbaddecaf888"
                + "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e63"
                + "93ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b")
        let text = AESGCM.open(
            sealed, key: bytes("feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"),
            context: bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2"))
        #expect(
            Digests.hex(try #require(text))
                == "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5"
                + "aa0de657ba637b39")
    }

    @Test(arguments: [0, 1, 16, 1_000])
    func whatIsSealedOpensUnderTheSameKeyAndContextOnly(count: Int) {
        let (key, text) = (SecureRandom.bytes(32), SecureRandom.bytes(count))
        let sealed = AESGCM.seal(text, key: key, context: [1, 2])
        #expect(sealed.count == count + 28)
        #expect(AESGCM.open(sealed, key: key, context: [1, 2]) == text)
        #expect(AESGCM.open(sealed, key: key, context: [1]) == nil)
        #expect(AESGCM.open(sealed, key: SecureRandom.bytes(32), context: [1, 2]) == nil)
        for place in [0, sealed.count - 1] {
            var changed = sealed
            changed[place] ^= 1
            #expect(AESGCM.open(changed, key: key, context: [1, 2]) == nil)
        }
        #expect(AESGCM.open(sealed.dropLast(), key: key, context: [1, 2]) == nil)
        #expect(AESGCM.seal(text, key: key, context: [1, 2]) != sealed)
    }

    private func bytes(_ hex: String) -> [UInt8] {
        let digits = Array(hex)
        return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...($0 + 1)]), radix: 16) }
    }

    @Test func aDigestEqualsOnlyItself() {
        #expect(Digests.areSame([1, 2, 3], [1, 2, 3]))
        #expect(!Digests.areSame([1, 2, 3], [1, 2, 4]))
        #expect(!Digests.areSame([1, 2, 3], [1, 2]))
    }

    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func base64GoesBothWays(plain: String, encoded: String) {
        #expect(Base64.encode(plain.utf8) == encoded)
        #expect(Base64.decode(encoded) == Array(plain.utf8))
    }

    @Test(arguments: ["Z", "Zg", "Zg=", "Zg===", "=", "Zh==", "Zm 9v", "Zm9v\n", "Zm-_", "Zg==Zg=="])
    func strictBase64IsStrict(text: String) {
        #expect(Base64.decode(text) == nil)
    }

    @Test func everyByteSurvivesBase64() {
        let bytes = (0...255).map { UInt8($0) }
        #expect(Base64.decode(Base64.encode(bytes)) == bytes)
    }

    @Test func lenientBase64TakesAbsentPadding() {
        #expect(Base64.decode("Zg", .lenient) == [0x66])
        #expect(Base64.decode("Zh==", .lenient) == [0x66])
        #expect(Base64.decode("Z", .lenient) == nil)
    }
}
