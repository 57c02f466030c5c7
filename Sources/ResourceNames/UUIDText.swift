/// Writes UUIDs without Foundation.
package enum UUIDText {
    /// The version 4 UUID of 128 random bits.
    package static func version4(high: UInt64, low: UInt64) -> String {
        text(high: high & ~0xF000 | 0x4000, low: low & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000)
    }

    /// The time-ordered version 7 UUID of an instant and 74 random bits.
    package static func version7Words(at instant: Timestamp, high: UInt64, low: UInt64) -> (high: UInt64, low: UInt64) {
        (
            UInt64(bitPattern: instant.milliseconds) << 16 | 0x7000 | high & 0x0FFF,
            low & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        )
    }

    /// Both halves as `8-4-4-4-12` lower-case hex digits.
    package static func text(high: UInt64, low: UInt64) -> String {
        String(unsafeUninitializedCapacity: 36) { buffer in
            var position = 0
            func digits(of word: UInt64, _ shifts: StrideThrough<Int>) {
                for shift in shifts {
                    let digit = UInt8(truncatingIfNeeded: word >> UInt64(shift)) & 0xF
                    buffer[position] = digit < 10 ? 0x30 + digit : 0x57 + digit
                    position += 1
                }
            }
            func dash() {
                buffer[position] = 0x2D
                position += 1
            }
            digits(of: high, stride(from: 60, through: 32, by: -4))
            dash()
            digits(of: high, stride(from: 28, through: 16, by: -4))
            dash()
            digits(of: high, stride(from: 12, through: 0, by: -4))
            dash()
            digits(of: low, stride(from: 60, through: 48, by: -4))
            dash()
            digits(of: low, stride(from: 44, through: 0, by: -4))
            return 36
        }
    }

    /// Reads the hyphenated form; `nil` for anything else.
    package static func words(_ text: some StringProtocol) -> (high: UInt64, low: UInt64)? {
        var words: (UInt64, UInt64) = (0, 0)
        var count = 0
        var position = 0
        for byte in text.utf8 {
            defer { position += 1 }
            if position == 8 || position == 13 || position == 18 || position == 23 {
                guard byte == 0x2D else { return nil }
                continue
            }
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x61...0x66: digit = byte - 0x57
            case 0x41...0x46: digit = byte - 0x37
            default: return nil
            }
            if count < 16 { words.0 = words.0 << 4 | UInt64(digit) } else { words.1 = words.1 << 4 | UInt64(digit) }
            count += 1
        }
        return count == 32 && position == 36 ? words : nil
    }
}
