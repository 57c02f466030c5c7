import CCrypto

/// An RSA key with a certificate that it has signed itself. [any thread]
package final class CertifiedKey: @unchecked Sendable {
    // Sendable: the key is never changed once it is made, and libcrypto guards what it keeps in it.
    private let key: OpaquePointer
    /// Key and certificate as one PEM file, without a password.
    package let pem: [UInt8]
    private static let bits: Int32 = 2_048
    private static let lifeSeconds = 10 * 365 * 86_400

    /// A new key nobody can guess; takes some tenths of a second.
    ///
    /// - Parameter name: The common name of the certificate.
    package init(name: String) {
        key = Self.freshKey()
        let secret = key
        let certificate = Self.certificate(of: key, name)
        defer { X509_free(certificate) }
        pem =
            PEMFile.written { PEM_write_bio_PrivateKey($0, secret, nil, nil, 0, nil, nil) }
            + PEMFile.written { PEM_write_bio_X509($0, certificate) }
    }

    /// Reads the file; `nil` when it is none.
    package init?(pem: [UInt8]) {
        var password = [CChar(0)]
        let found = PEMFile.reading(pem) { PEM_read_bio_PrivateKey($0, nil, nil, &password) }
        guard let found else { return nil }
        guard EVP_PKEY_get_id(found) == EVP_PKEY_RSA else {
            EVP_PKEY_free(found)
            return nil
        }
        key = found
        self.pem = pem
    }

    deinit { EVP_PKEY_free(key) }

    /// The certificate alone, as a PEM file.
    package var certificate: [UInt8] {
        let certificate = PEMFile.reading(pem) { PEM_read_bio_X509($0, nil, nil, nil) }
        defer { X509_free(certificate) }
        return PEMFile.written { PEM_write_bio_X509($0, certificate) }
    }

    /// The signature of a message (PKCS #1 v1.5).
    ///
    /// - Parameter isStrong: With SHA-256 instead of SHA-1.
    package func signature(of message: some Collection<UInt8>, isStrong: Bool) -> [UInt8] {
        let message = Array(message)
        let context = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(context) }
        var count = Int(Self.bits) / 8
        var signature = [UInt8](repeating: 0, count: count)
        let done =
            EVP_DigestSignInit(context, nil, isStrong ? EVP_sha256() : EVP_sha1(), nil, key) == 1
            && EVP_DigestSign(context, &signature, &count, message, message.count) == 1
        precondition(done && count == signature.count, "libcrypto refuses RSA")
        return signature
    }

    private static func freshKey() -> OpaquePointer {
        let context = EVP_PKEY_CTX_new_id(EVP_PKEY_RSA, nil)
        defer { EVP_PKEY_CTX_free(context) }
        var made: OpaquePointer?
        let done =
            EVP_PKEY_keygen_init(context) == 1 && EVP_PKEY_CTX_set_rsa_keygen_bits(context, bits) == 1
            && EVP_PKEY_keygen(context, &made) == 1
        guard done, let made else { preconditionFailure("libcrypto makes no RSA key") }
        return made
    }

    private static func certificate(of key: OpaquePointer, _ name: String) -> OpaquePointer? {
        let certificate = X509_new()
        // Version 3 is written as 2.
        X509_set_version(certificate, 2)
        ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1)
        X509_gmtime_adj(X509_getm_notBefore(certificate), 0)
        X509_gmtime_adj(X509_getm_notAfter(certificate), lifeSeconds)
        X509_set_pubkey(certificate, key)
        let subject = X509_get_subject_name(certificate)
        let text = Array(name.utf8)
        X509_NAME_add_entry_by_txt(subject, "CN", utf8Text, text, Int32(clamping: text.count), -1, 0)
        X509_set_issuer_name(certificate, subject)
        let done = X509_sign(certificate, key, EVP_sha256())
        precondition(done > 0, "libcrypto signs no certificate")
        return certificate
    }

    /// `MBSTRING_UTF8`.
    private static let utf8Text: Int32 = 0x1000
}
