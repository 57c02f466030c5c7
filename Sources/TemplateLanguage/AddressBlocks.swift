/// Blocks of IPv4 addresses, for `Fn::Cidr`.
enum AddressBlocks {
    /// The first so many blocks of a size within a block; `nil` when it cannot hold them or is none.
    static func cut(_ block: String, into count: Int, hostBits: Int) -> [String]? {
        let parts = block.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let prefix = Int(parts[1]), (0...32).contains(prefix), (1...32).contains(hostBits),
            let address = address(parts[0])
        else { return nil }
        let length = 32 - hostBits
        guard length >= prefix, count <= 1 << min(length - prefix, 20) else { return nil }
        let network = prefix == 0 ? 0 : UInt64(address) & ~((1 << UInt64(32 - prefix)) - 1)
        return (0..<count).map { number in
            let start = network + UInt64(number) << UInt64(hostBits)
            let bytes = stride(from: 24, through: 0, by: -8).map { String(start >> UInt64($0) & 0xFF) }
            return "\(bytes.joined(separator: "."))/\(length)"
        }
    }

    private static func address(_ text: Substring) -> UInt32? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var address: UInt32 = 0
        for part in parts {
            guard let byte = UInt8(part) else { return nil }
            address = address << 8 | UInt32(byte)
        }
        return address
    }
}
