extension JSONReader {
    /// Reads the number at the cursor.
    @inline(__always) mutating func readNumber() throws(Failure) -> JSON {
        let first = cursor
        let isNegative = cursor.pointee == 0x2D
        if isNegative { cursor += 1 }
        guard cursor < end else { throw failure(.unexpectedEnd) }
        let firstDigit = cursor
        var magnitude: UInt64 = 0
        while cursor < end, case let digit = cursor.pointee &- 0x30, digit < 10 {
            magnitude = magnitude &* 10 &+ UInt64(digit)
            cursor += 1
        }
        let count = cursor - firstDigit
        guard count > 0, count == 1 || firstDigit.pointee != 0x30 else {
            throw Failure(code: .invalidNumber, offset: first - start)
        }
        let isInteger = cursor == end || cursor.pointee != 0x2E && cursor.pointee | 0x20 != 0x65
        // 18 digits always fit, and 19 never overflow 64 unsigned bits.
        if isInteger, count < 20, magnitude <= UInt64(Int64.max), !(isNegative && magnitude == 0) {
            return .integer(isNegative ? -Int64(magnitude) : Int64(magnitude))
        }
        return try readRest(of: first, isInteger: isInteger, isLeast: isNegative && count < 20 && magnitude == 1 << 63)
    }

    /// Reads on in a number that is no plain `Int64`.
    @inline(never) private mutating func readRest(
        of first: UnsafePointer<UInt8>, isInteger: Bool, isLeast: Bool
    ) throws(Failure) -> JSON {
        if isInteger && isLeast { return .integer(.min) }
        if cursor < end, cursor.pointee == 0x2E {
            cursor += 1
            try readDigits(first)
        }
        if cursor < end, cursor.pointee | 0x20 == 0x65 {
            cursor += 1
            if cursor < end, cursor.pointee == 0x2B || cursor.pointee == 0x2D { cursor += 1 }
            try readDigits(first)
        }
        return .decimal(String(decoding: UnsafeBufferPointer(start: first, count: cursor - first), as: UTF8.self))
    }

    /// Goes past one or more digits.
    private mutating func readDigits(_ first: UnsafePointer<UInt8>) throws(Failure) {
        guard cursor < end else { throw failure(.unexpectedEnd) }
        let firstDigit = cursor
        while cursor < end, cursor.pointee &- 0x30 < 10 { cursor += 1 }
        if cursor == firstDigit { throw Failure(code: .invalidNumber, offset: first - start) }
    }
}
