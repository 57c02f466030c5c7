import CCrypto

/// A key that signs (RFC 8032). [any thread]
package struct Ed25519PrivateKey: Sendable {
    private let seed: [UInt8]
    private static let seedBytes = 32
    private static let signatureBytes = 64

    /// A new key nobody can guess.
    package init() { seed = SecureRandom.bytes(Self.seedBytes) }

    /// The key in a PEM file as `openssl genpkey -algorithm ed25519` writes it; `nil` when there is none, or one under a password.
    package init?(pem: [UInt8]) {
        // A password of no characters: without one libcrypto would ask at the terminal.
        var password = [CChar(0)]
        let key = PEMFile.reading(pem) { PEM_read_bio_PrivateKey($0, nil, nil, &password) }
        defer { EVP_PKEY_free(key) }
        guard key != nil, EVP_PKEY_get_id(key) == EVP_PKEY_ED25519 else { return nil }
        var count = Self.seedBytes
        var seed = [UInt8](repeating: 0, count: count)
        guard EVP_PKEY_get_raw_private_key(key, &seed, &count) == 1, count == Self.seedBytes else { return nil }
        self.seed = seed
    }

    /// The key as a PEM file, without a password.
    package var pem: [UInt8] {
        withKey { key in PEMFile.written { PEM_write_bio_PrivateKey($0, key, nil, nil, 0, nil, nil) } }
    }

    /// What checks its signatures.
    package var publicKey: Ed25519PublicKey {
        withKey { key in
            var count = Ed25519PublicKey.byteCount
            var bytes = [UInt8](repeating: 0, count: count)
            let done = EVP_PKEY_get_raw_public_key(key, &bytes, &count)
            precondition(done == 1, "libcrypto knows no public key of a private one")
            guard let publicKey = Ed25519PublicKey(bytes) else { preconditionFailure("a public key has 32 bytes") }
            return publicKey
        }
    }

    /// The signature of a message, 64 bytes; the same each time.
    package func signature(of message: [UInt8]) -> [UInt8] {
        withKey { key in
            let context = EVP_MD_CTX_new()
            defer { EVP_MD_CTX_free(context) }
            var count = Self.signatureBytes
            var signature = [UInt8](repeating: 0, count: count)
            let done =
                EVP_DigestSignInit(context, nil, nil, nil, key) == 1
                && EVP_DigestSign(context, &signature, &count, message, message.count) == 1
            precondition(done && count == Self.signatureBytes, "libcrypto refuses Ed25519")
            return signature
        }
    }

    private func withKey<Answer>(_ body: (OpaquePointer) -> Answer) -> Answer {
        guard let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count) else {
            preconditionFailure("libcrypto refuses Ed25519")
        }
        defer { EVP_PKEY_free(key) }
        return body(key)
    }
}
