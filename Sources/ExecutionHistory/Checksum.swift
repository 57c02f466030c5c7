/// CRC-32 (polynomial 0xEDB88320), eight bytes at a time.
package enum Checksum {
    /// Eight tables of 256 remainders, one after the other.
    private static let tables: [UInt32] = {
        var tables = [UInt32](repeating: 0, count: 8 * 256)
        for byte in 0..<256 {
            var remainder = UInt32(byte)
            for _ in 0..<8 { remainder = remainder & 1 == 1 ? 0xEDB8_8320 ^ remainder >> 1 : remainder >> 1 }
            tables[byte] = remainder
        }
        for table in 1..<8 {
            for byte in 0..<256 {
                let shorter = tables[(table - 1) * 256 + byte]
                tables[table * 256 + byte] = shorter >> 8 ^ tables[Int(shorter & 0xFF)]
            }
        }
        return tables
    }()

    /// Ends a record with the checksum of all that stands in it.
    package static func append(to record: inout [UInt8]) {
        let checksum = record.withUnsafeBytes { of($0) }
        withUnsafeBytes(of: checksum.littleEndian) { record.append(contentsOf: $0) }
    }

    /// The checksum of some bytes.
    package static func of(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        tables.withUnsafeBufferPointer { tables in
            var remainder: UInt32 = 0xFFFF_FFFF
            var position = 0
            while position + 8 <= bytes.count {
                let word =
                    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
                    ^ UInt64(remainder)
                var next: UInt32 = 0
                for place in 0..<8 {
                    next ^= tables[(7 - place) * 256 + Int(truncatingIfNeeded: word >> UInt64(8 * place) & 0xFF)]
                }
                remainder = next
                position += 8
            }
            while position < bytes.count {
                remainder = remainder >> 8 ^ tables[Int((remainder ^ UInt32(bytes[position])) & 0xFF)]
                position += 1
            }
            return ~remainder
        }
    }
}
