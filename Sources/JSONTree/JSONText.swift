/// Writes pieces of JSON text straight into a buffer, without a tree.
@usableFromInline package enum JSONText {
    /// Appends a string with its quotes.
    @inlinable package static func appendString(_ text: String, into output: inout [UInt8]) {
        output.append(0x22)
        appendEscaped(text, into: &output)
        output.append(0x22)
    }

    /// Appends what stands between the quotes of a string.
    @inlinable package static func appendEscaped(_ text: String, into output: inout [UInt8]) {
        var text = text
        text.withUTF8 { appendEscaped($0, into: &output) }
    }

    /// Appends what stands between the quotes of a string, given as valid UTF-8.
    @usableFromInline package static func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>, into output: inout [UInt8])
    {
        var run = 0
        var position = 0
        while true {
            position = nextToEscape(in: utf8, from: position)
            if run < position { output.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[run..<position])) }
            if position == utf8.count { return }
            appendEscape(of: utf8[position], into: &output)
            position += 1
            run = position
        }
    }

    /// Appends what stands between the quotes of a string, given as valid UTF-8.
    @inlinable package static func appendEscaped(_ utf8: [UInt8], into output: inout [UInt8]) {
        utf8.withUnsafeBufferPointer { appendEscaped($0, into: &output) }
    }

    /// Appends a key with its quotes and the colon.
    @inlinable package static func appendKey(_ key: String, into output: inout [UInt8]) {
        appendString(key, into: &output)
        output.append(0x3A)
    }

    /// Appends an integer.
    @usableFromInline package static func appendInteger(_ value: Int64, into output: inout [UInt8]) {
        if 0..<10 ~= value {
            output.append(0x30 | UInt8(truncatingIfNeeded: value))
            return
        }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var position = 20
            var rest = value.magnitude
            repeat {
                position -= 1
                digits[position] = 0x30 | UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0
            if value < 0 {
                position -= 1
                digits[position] = 0x2D
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: digits[position...]))
        }
    }

    /// Appends an integer.
    @inlinable package static func appendInteger(_ value: Int, into output: inout [UInt8]) {
        appendInteger(Int64(value), into: &output)
    }

    /// Appends a number in the shortest form that names it; `null` when it is not finite.
    package static func appendDouble(_ value: Double, into output: inout [UInt8]) {
        var text = value.isFinite ? value.description : "null"
        text.withUTF8 { output.append(contentsOf: $0) }
    }

    /// Appends text that needs no escaping, such as punctuation.
    @inlinable package static func appendRaw(_ text: StaticString, into output: inout [UInt8]) {
        output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// The first byte from a position on that must be escaped, or the end.
    @inline(__always) static func nextToEscape(in utf8: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        var position = start
        while utf8.count - position >= 8 {
            let word = UInt64(
                littleEndian: UnsafeRawPointer(utf8.baseAddress.unsafelyUnwrapped + position).loadUnaligned(
                    as: UInt64.self))
            let quote = word ^ (ones &* 0x22)
            let escape = word ^ (ones &* 0x5C)
            let found = ((word &- ones &* 0x20) | (quote &- ones) | (escape &- ones)) & ~word & highs
            // A borrow can only mark a byte above the first true one.
            if found != 0 { return position + found.trailingZeroBitCount >> 3 }
            position += 8
        }
        while position < utf8.count {
            let byte = utf8[position]
            if byte == 0x22 || byte == 0x5C || byte < 0x20 { return position }
            position += 1
        }
        return position
    }

    @inline(never) static func appendEscape(of byte: UInt8, into output: inout [UInt8]) {
        let letter: UInt8
        switch byte {
        case 0x22, 0x5C: letter = byte
        case 0x08: letter = 0x62
        case 0x09: letter = 0x74
        case 0x0A: letter = 0x6E
        case 0x0C: letter = 0x66
        case 0x0D: letter = 0x72
        default:
            let low = byte & 0xF
            output.append(contentsOf: [0x5C, 0x75, 0x30, 0x30, 0x30 | byte >> 4, low < 10 ? 0x30 | low : 0x37 + low])
            return
        }
        output.append(0x5C)
        output.append(letter)
    }
}
