import Testing

@testable import Digests

/// Keys sign as RFC 8032 says, and are read and written as OpenSSL does.
struct Ed25519Tests {
    /// Source: RFC 8032, section 7.1, test 2.
    @Test func aSignatureIsThePublishedOne() throws {
        let seed = "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"
        let der: [UInt8] = [0x30, 0x2E, 2, 1, 0, 0x30, 5, 6, 3, 0x2B, 0x65, 0x70, 4, 0x22, 4, 0x20] + bytes(seed)
        let pem = "-----BEGIN PRIVATE KEY-----\n\(Base64.encode(der))\n-----END PRIVATE KEY-----\n"
        let key = try #require(Ed25519PrivateKey(pem: Array(pem.utf8)))
        #expect(
            Digests.hex(key.publicKey.bytes) == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")
        let signature = key.signature(of: [0x72])
        #expect(
            Digests.hex(signature)
                == "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        )
        #expect(key.publicKey.hasSigned([0x72], as: signature))
        #expect(!key.publicKey.hasSigned([0x73], as: signature))
        #expect(!key.publicKey.hasSigned([], as: signature))
        #expect(!key.publicKey.hasSigned([0x72], as: []))
        #expect(!key.publicKey.hasSigned([0x72], as: signature + [0]))
        #expect(!Ed25519PrivateKey().publicKey.hasSigned([0x72], as: signature))
    }

    @Test func aKeyOutlivesItsFile() throws {
        let key = Ed25519PrivateKey()
        let read = try #require(Ed25519PrivateKey(pem: key.pem))
        #expect(read.publicKey == key.publicKey && read.pem == key.pem)
        let other = Ed25519PrivateKey().publicKey
        #expect(Ed25519PublicKey.keys(pem: key.publicKey.pem + other.pem) == [key.publicKey, other])
        #expect(key.publicKey.name.utf8.count == 16 && key.publicKey.name != other.name)
    }

    @Test(arguments: ["", "no key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"])
    func whatIsNoKeyIsNone(text: String) {
        #expect(Ed25519PrivateKey(pem: Array(text.utf8)) == nil)
        #expect(Ed25519PublicKey.keys(pem: Array(text.utf8)).isEmpty)
    }

    @Test func aPublicKeyDoesNotSignAndASecretOneIsNotTrusted() {
        let key = Ed25519PrivateKey()
        #expect(Ed25519PrivateKey(pem: key.publicKey.pem) == nil)
        #expect(Ed25519PublicKey.keys(pem: key.pem).isEmpty)
    }

    private func bytes(_ hex: String) -> [UInt8] {
        let digits = hex.utf8.map { UInt8($0 < 0x40 ? $0 - 0x30 : $0 - 0x57) }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}
