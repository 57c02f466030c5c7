import Glibc

/// A block of IP addresses in CIDR notation, of either version.
package struct AddressBlock: Sendable {
    private let address: [UInt8]
    private let bitCount: Int

    /// Reads `10.0.0.0/24` or `2001:db8::/32`.
    package init(_ text: String) throws(ContentPatternError) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw ContentPatternError("Malformed CIDR, one '/' required") }
        guard let bits = Int(parts[1]), bits >= 0 else {
            throw ContentPatternError("Malformed CIDR, mask bits must be an integer")
        }
        guard let address = Self.bytes(of: String(parts[0])) else {
            throw ContentPatternError("Nonstandard IP address: \(parts[0])")
        }
        guard bits <= address.count * 8 else {
            throw ContentPatternError("IPv\(address.count == 4 ? 4 : 6) mask bits must be < \(address.count * 8)")
        }
        (self.address, bitCount) = (address, bits)
    }

    /// Whether a text is an address of the block.
    package func contains(_ text: String) -> Bool {
        guard let bytes = Self.bytes(of: text), bytes.count == address.count else { return false }
        let whole = bitCount / 8
        guard bytes.prefix(whole).elementsEqual(address.prefix(whole)) else { return false }
        let rest = bitCount % 8
        guard rest > 0 else { return true }
        let mask = UInt8(truncatingIfNeeded: 0xFF << (8 - rest))
        return bytes[whole] & mask == address[whole] & mask
    }

    /// Four or sixteen bytes; `nil` for a text that is no address.
    private static func bytes(of text: String) -> [UInt8]? {
        let isLong = text.utf8.contains(UInt8(ascii: ":"))
        var bytes = [UInt8](repeating: 0, count: isLong ? 16 : 4)
        return inet_pton(isLong ? AF_INET6 : AF_INET, text, &bytes) == 1 ? bytes : nil
    }
}
