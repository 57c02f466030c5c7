import CCrypto

/// AES-256 in Galois/counter mode, computed by the system's libcrypto. [any thread]
package enum AESGCM {
    /// Bytes of a key.
    package static let keyBytes = 32
    /// Bytes in front of a ciphertext.
    private static let nonceBytes = 12
    /// Bytes behind a ciphertext.
    private static let tagBytes = 16

    /// Encrypts under a fresh random nonce.
    ///
    /// A key is good for 2^32 calls, then nonces may meet.
    /// - Parameter context: Authenticated with the ciphertext but not part of it; opening needs the same.
    /// - Returns: Nonce, ciphertext and tag in a row: 28 bytes more than the plaintext.
    package static func seal(_ plaintext: [UInt8], key: [UInt8], context: [UInt8]) -> [UInt8] {
        precondition(key.count == keyBytes, "AES-256 has keys of 32 bytes")
        let nonce = SecureRandom.bytes(nonceBytes)
        let cipher = EVP_CIPHER_CTX_new()
        defer { EVP_CIPHER_CTX_free(cipher) }
        return [UInt8](unsafeUninitializedCapacity: nonceBytes + plaintext.count + tagBytes) { output, filled in
            for (place, byte) in nonce.enumerated() { output.initializeElement(at: place, to: byte) }
            let text = output.baseAddress.map { $0 + nonceBytes }
            var count: Int32 = 0
            var isDone = EVP_EncryptInit_ex(cipher, EVP_aes_256_gcm(), nil, key, nonce) == 1
            if !context.isEmpty {
                isDone = isDone && EVP_EncryptUpdate(cipher, nil, &count, context, Int32(context.count)) == 1
            }
            if !plaintext.isEmpty {
                isDone = isDone && EVP_EncryptUpdate(cipher, text, &count, plaintext, Int32(plaintext.count)) == 1
            }
            let tag = text.map { $0 + plaintext.count }
            isDone = isDone && EVP_EncryptFinal_ex(cipher, tag, &count) == 1
            isDone = isDone && EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_GET_TAG, Int32(tagBytes), tag) == 1
            precondition(isDone, "libcrypto refuses AES-256-GCM")
            filled = nonceBytes + plaintext.count + tagBytes
        }
    }

    /// Decrypts what `seal` made; `nil` when it was changed, or made under another key or context.
    package static func open(_ sealed: some Collection<UInt8>, key: [UInt8], context: [UInt8]) -> [UInt8]? {
        precondition(key.count == keyBytes, "AES-256 has keys of 32 bytes")
        let sealed = Array(sealed)
        let textBytes = sealed.count - nonceBytes - tagBytes
        guard textBytes >= 0 else { return nil }
        var tag = Array(sealed[(nonceBytes + textBytes)...])
        let cipher = EVP_CIPHER_CTX_new()
        defer { EVP_CIPHER_CTX_free(cipher) }
        var isDone = true
        let text = sealed.withUnsafeBufferPointer { input in
            [UInt8](unsafeUninitializedCapacity: textBytes) { output, filled in
                guard let nonce = input.baseAddress else { return }
                var count: Int32 = 0
                isDone = EVP_DecryptInit_ex(cipher, EVP_aes_256_gcm(), nil, key, nonce) == 1
                if !context.isEmpty {
                    isDone = isDone && EVP_DecryptUpdate(cipher, nil, &count, context, Int32(context.count)) == 1
                }
                if textBytes > 0 {
                    let ciphertext = nonce + nonceBytes
                    isDone =
                        isDone
                        && EVP_DecryptUpdate(cipher, output.baseAddress, &count, ciphertext, Int32(textBytes)) == 1
                }
                isDone = isDone && EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_SET_TAG, Int32(tagBytes), &tag) == 1
                // Nothing is left to be written: this only compares the tag.
                var nothing = [UInt8](repeating: 0, count: 16)
                isDone = isDone && EVP_DecryptFinal_ex(cipher, &nothing, &count) == 1
                filled = isDone ? textBytes : 0
            }
        }
        return isDone ? text : nil
    }
}
