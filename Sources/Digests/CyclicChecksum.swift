/// Cyclic redundancy checks of the kinds AWS uses, computed eight bytes at a time. [any thread]
package struct CyclicChecksum: Sendable {
    /// CRC-32 as in zlib and Ethernet.
    package static let crc32 = CyclicChecksum(polynomial: 0xEDB8_8320, byteCount: 4)
    /// CRC-32C (Castagnoli).
    package static let crc32c = CyclicChecksum(polynomial: 0x82F6_3B78, byteCount: 4)
    /// CRC-64/NVME.
    package static let crc64nvme = CyclicChecksum(polynomial: 0x9A6C_9329_AC4B_C9B5, byteCount: 8)

    /// Eight tables of 256: what a byte does to the remainder when so many bytes follow it in a word.
    private let tables: [UInt64]
    private let byteCount: Int

    /// Prepares a check by its reflected polynomial.
    private init(polynomial: UInt64, byteCount: Int) {
        self.byteCount = byteCount
        var tables = [UInt64](repeating: 0, count: 8 * 256)
        for byte in 0..<256 {
            var remainder = UInt64(byte)
            for _ in 0..<8 { remainder = remainder >> 1 ^ (remainder & 1 == 1 ? polynomial : 0) }
            tables[byte] = remainder
        }
        for place in 256..<8 * 256 {
            let before = tables[place - 256]
            tables[place] = before >> 8 ^ tables[Int(before & 0xFF)]
        }
        self.tables = tables
    }

    /// The check of some bytes, most significant byte first, as AWS writes it.
    package func callAsFunction(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
        let ones = byteCount == 8 ? UInt64.max : UInt64(UInt32.max)
        let value = remainder(of: bytes, from: ones) ^ ones
        return (0..<byteCount).reversed().map { UInt8(truncatingIfNeeded: value >> UInt64($0 * 8)) }
    }

    /// The check of some bytes.
    package func callAsFunction(_ bytes: [UInt8]) -> [UInt8] { bytes.withUnsafeBytes { self($0) } }

    private func remainder(of bytes: UnsafeRawBufferPointer, from start: UInt64) -> UInt64 {
        tables.withUnsafeBufferPointer { tables in
            var remainder = start
            var place = 0
            while place + 8 <= bytes.count {
                let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)) ^ remainder
                remainder = tables[7 * 256 + Int(word & 0xFF)] ^ tables[6 * 256 + Int(word >> 8 & 0xFF)]
                remainder ^= tables[5 * 256 + Int(word >> 16 & 0xFF)] ^ tables[4 * 256 + Int(word >> 24 & 0xFF)]
                remainder ^= tables[3 * 256 + Int(word >> 32 & 0xFF)] ^ tables[2 * 256 + Int(word >> 40 & 0xFF)]
                remainder ^= tables[256 + Int(word >> 48 & 0xFF)] ^ tables[Int(word >> 56)]
                place += 8
            }
            while place < bytes.count {
                remainder = remainder >> 8 ^ tables[Int(remainder & 0xFF) ^ Int(bytes[place])]
                place += 1
            }
            return remainder
        }
    }
}
