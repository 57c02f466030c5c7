import CCrypto

/// Message digests and HMAC, computed by the system's libcrypto. [any thread]
package enum Digests {
    /// MD5, 16 bytes.
    package static func md5(_ bytes: UnsafeRawBufferPointer) -> [UInt8] { digest(bytes, md5Method, byteCount: 16) }
    /// SHA-1, 20 bytes.
    package static func sha1(_ bytes: UnsafeRawBufferPointer) -> [UInt8] { digest(bytes, sha1Method, byteCount: 20) }
    /// SHA-256, 32 bytes.
    package static func sha256(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        digest(bytes, sha256Method, byteCount: 32)
    }
    /// SHA-384, 48 bytes.
    package static func sha384(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        digest(bytes, sha384Method, byteCount: 48)
    }
    /// SHA-512, 64 bytes.
    package static func sha512(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        digest(bytes, sha512Method, byteCount: 64)
    }

    /// MD5, 16 bytes.
    package static func md5(_ bytes: some Sequence<UInt8>) -> [UInt8] { lending(bytes, to: md5) }
    /// SHA-1, 20 bytes.
    package static func sha1(_ bytes: some Sequence<UInt8>) -> [UInt8] { lending(bytes, to: sha1) }
    /// SHA-256, 32 bytes.
    package static func sha256(_ bytes: some Sequence<UInt8>) -> [UInt8] { lending(bytes, to: sha256) }
    /// SHA-384, 48 bytes.
    package static func sha384(_ bytes: some Sequence<UInt8>) -> [UInt8] { lending(bytes, to: sha384) }
    /// SHA-512, 64 bytes.
    package static func sha512(_ bytes: some Sequence<UInt8>) -> [UInt8] { lending(bytes, to: sha512) }

    /// HMAC with SHA-256, 32 bytes. The key may have any length.
    package static func hmacSHA256(key: some Sequence<UInt8>, _ bytes: some Sequence<UInt8>) -> [UInt8] {
        lending(key) { key in
            lending(bytes) { bytes in
                [UInt8](unsafeUninitializedCapacity: 32) { output, count in
                    var length: UInt32 = 0
                    // A null key would mean "the key of the last call": an empty one needs an address too.
                    let keyAddress = key.baseAddress ?? UnsafeRawPointer(output.baseAddress)
                    let done = HMAC(
                        EVP_sha256(), keyAddress, Int32(key.count),
                        bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count,
                        output.baseAddress, &length)
                    precondition(done != nil && length == 32, "libcrypto refuses HMAC-SHA256")
                    count = 32
                }
            }
        }
    }

    /// Whether two digests are the same, in a time that does not depend on where they differ.
    package static func areSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        guard one.count == other.count else { return false }
        return CRYPTO_memcmp(one, other, one.count) == 0
    }

    /// Bytes as lower-case hex digits.
    package static func hex(_ bytes: some Collection<UInt8>) -> String {
        String(unsafeUninitializedCapacity: bytes.count * 2) { output in
            var position = 0
            for byte in bytes {
                output[position] = hexDigit(byte >> 4)
                output[position + 1] = hexDigit(byte & 0xF)
                position += 2
            }
            return position
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }

    private static func digest(_ bytes: UnsafeRawBufferPointer, _ method: OpaquePointer?, byteCount: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: byteCount) { output, count in
            var length: UInt32 = 0
            let done = EVP_Digest(bytes.baseAddress, bytes.count, output.baseAddress, &length, method, nil)
            precondition(done == 1 && Int(length) == byteCount, "libcrypto refuses a digest: \(byteCount) bytes")
            count = byteCount
        }
    }

    private static func lending<Result>(_ bytes: some Sequence<UInt8>, to body: (UnsafeRawBufferPointer) -> Result)
        -> Result
    {
        if let result = bytes.withContiguousStorageIfAvailable({ body(UnsafeRawBufferPointer($0)) }) { return result }
        return Array(bytes).withUnsafeBytes(body)
    }

    // Fetched once: looking a method up by name costs more than hashing a short text. They are immutable and never freed.
    nonisolated(unsafe) private static let md5Method = EVP_MD_fetch(nil, "MD5", nil)
    nonisolated(unsafe) private static let sha1Method = EVP_MD_fetch(nil, "SHA1", nil)
    nonisolated(unsafe) private static let sha256Method = EVP_MD_fetch(nil, "SHA256", nil)
    nonisolated(unsafe) private static let sha384Method = EVP_MD_fetch(nil, "SHA384", nil)
    nonisolated(unsafe) private static let sha512Method = EVP_MD_fetch(nil, "SHA512", nil)
}
