/// The rules of bucket names; a name that keeps them is safe as the name of a folder.
///
/// Source: Amazon S3 user guide, "General purpose bucket naming rules".
enum BucketName {
    /// Whether a bucket may be called so.
    static func isValid(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        guard (3...63).contains(bytes.count), isLetterOrDigit(bytes[0]), isLetterOrDigit(bytes[bytes.count - 1]),
            bytes.allSatisfy({ isLetterOrDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") })
        else { return false }
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.allSatisfy({ !$0.isEmpty }) else { return false }
        let isAddress = labels.count == 4 && labels.allSatisfy { UInt8($0) != nil }
        let isReserved =
            ["xn--", "sthree-", "amzn-s3-demo-"].contains { name.hasPrefix($0) }
            || ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"].contains { name.hasSuffix($0) }
        return !isAddress && !isReserved
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
