/// Up to eight bytes of text at once.
struct ByteWord {
    /// The first byte in the lowest place; zeros where there are fewer than eight.
    let bits: UInt64

    static var ones: UInt64 { 0x0101_0101_0101_0101 }
    static var highs: UInt64 { 0x8080_8080_8080_8080 }

    /// Loads eight bytes.
    @inline(__always) init(_ source: UnsafePointer<UInt8>) {
        bits = UInt64(littleEndian: UnsafeRawPointer(source).loadUnaligned(as: UInt64.self))
    }

    /// Loads one to eight bytes, and touches no other.
    @inline(__always) init(_ source: UnsafePointer<UInt8>, _ count: Int) {
        let raw = UnsafeRawPointer(source)
        if count >= 8 {
            bits = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
        } else if count >= 4 {
            let low = UInt32(littleEndian: raw.loadUnaligned(as: UInt32.self))
            let high = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
            bits = UInt64(low) | UInt64(high) << UInt64((count - 4) * 8)
        } else {
            let middle = count >> 1
            bits =
                UInt64(source[0]) | UInt64(source[middle]) << UInt64(middle * 8)
                | UInt64(source[count - 1]) << UInt64((count - 1) * 8)
        }
    }

    /// Whether none of the first bytes needs an escape.
    @inline(__always) func isPlain(_ count: Int) -> Bool { plainCount(count) == count }

    /// How many of the first bytes need no escape in a string: no quote, no backslash, no control character.
    @inline(__always) func plainCount(_ count: Int) -> Int {
        min(special.trailingZeroBitCount >> 3, count)
    }

    /// The high bits of quotes, backslashes and control characters; above the first of them there may be others.
    @inline(__always) var special: UInt64 {
        let quote = bits ^ (Self.ones &* 0x22)
        let escape = bits ^ (Self.ones &* 0x5C)
        return ((bits &- Self.ones &* 0x20) | (quote &- Self.ones) | (escape &- Self.ones)) & ~bits & Self.highs
    }

    /// The high bits of the bytes that are not ASCII.
    @inline(__always) var nonASCII: UInt64 { bits & Self.highs }
}
