import Digests

/// The checksums S3 keeps with an object.
enum ChecksumAlgorithm: String, CaseIterable {
    case crc32 = "CRC32"
    case crc32c = "CRC32C"
    case crc64nvme = "CRC64NVME"
    case sha1 = "SHA1"
    case sha256 = "SHA256"
    case sha512 = "SHA512"
    case md5 = "MD5"

    /// The member of shapes that carries the value, in base64.
    var member: String { "Checksum\(rawValue)" }

    /// Whether a check of the whole can be told for an object made of parts: the others are checks of the parts' checks.
    var isForWholeObjects: Bool { [.crc32, .crc32c, .crc64nvme].contains(self) }

    /// The check of some bytes, in base64.
    func text(of bytes: UnsafeRawBufferPointer) -> String { Base64.encode(value(of: bytes)) }

    /// The check of some bytes.
    private func value(of bytes: UnsafeRawBufferPointer) -> [UInt8] {
        switch self {
        case .crc32: CyclicChecksum.crc32(bytes)
        case .crc32c: CyclicChecksum.crc32c(bytes)
        case .crc64nvme: CyclicChecksum.crc64nvme(bytes)
        case .sha1: Digests.sha1(bytes)
        case .sha256: Digests.sha256(bytes)
        case .sha512: Digests.sha512(bytes)
        case .md5: Digests.md5(bytes)
        }
    }
}
