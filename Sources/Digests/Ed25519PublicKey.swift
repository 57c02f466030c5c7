import CCrypto

/// A key that checks signatures (RFC 8032). [any thread]
package struct Ed25519PublicKey: Sendable, Hashable {
    /// Bytes a key has.
    package static let byteCount = 32
    /// The key itself.
    package let bytes: [UInt8]

    /// A key by its bytes; `nil` when they are not 32.
    package init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    /// The keys of a PEM file in turn, as `openssl pkey -pubout` writes them; those of other kinds are left out.
    package static func keys(pem: [UInt8]) -> [Ed25519PublicKey] {
        var keys: [Ed25519PublicKey] = []
        PEMFile.reading(pem) { file in
            while let key = PEM_read_bio_PUBKEY(file, nil, nil, nil) {
                defer { EVP_PKEY_free(key) }
                var count = byteCount
                var bytes = [UInt8](repeating: 0, count: count)
                guard EVP_PKEY_get_id(key) == EVP_PKEY_ED25519,
                    EVP_PKEY_get_raw_public_key(key, &bytes, &count) == 1, let own = Ed25519PublicKey(bytes)
                else { continue }
                keys.append(own)
            }
        }
        return keys
    }

    /// The key as a PEM file.
    package var pem: [UInt8] {
        withKey { key in PEMFile.written { PEM_write_bio_PUBKEY($0, key) } } ?? []
    }

    /// A short name people can compare: the first 16 hex digits of the key's SHA-256.
    package var name: String { String(Digests.hex(Digests.sha256(bytes)).prefix(16)) }

    /// Whether the private half of this key made the signature of this message.
    package func hasSigned(_ message: [UInt8], as signature: [UInt8]) -> Bool {
        withKey { key in
            let context = EVP_MD_CTX_new()
            defer { EVP_MD_CTX_free(context) }
            return EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1
                && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
        } ?? false
    }

    /// `nil` for bytes libcrypto takes for no key.
    private func withKey<Answer>(_ body: (OpaquePointer) -> Answer) -> Answer? {
        guard let key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, bytes, bytes.count) else { return nil }
        defer { EVP_PKEY_free(key) }
        return body(key)
    }
}
