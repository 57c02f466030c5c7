extension JSONReader {
    /// What a scan over the plain part of a string met.
    private enum Stop {
        case quote, escape, nonASCII, control, end
    }

    /// Reads a string whose opening quote has been passed.
    @inline(__always) mutating func readString() throws(Failure) -> String {
        let first = cursor
        scanPlain()
        if cursor < end, cursor.pointee == 0x22 {
            let text = UnsafeBufferPointer(start: first, count: cursor - first)
            cursor += 1
            return String(decoding: text, as: UTF8.self)
        }
        return try readUnusualString(first)
    }

    /// Reads a key whose opening quote has been passed; the mark is the same for the same key.
    @inline(__always) mutating func readKey() throws(Failure) -> (key: String, mark: UInt64) {
        let first = cursor
        scanPlain()
        if cursor < end, cursor.pointee == 0x22 {
            let count = cursor - first
            cursor += 1
            return keyCache.key(first, count)
        }
        let key = try readUnusualString(first)
        return (key, KeyCache.mark(key))
    }

    /// Goes on to the first byte that is not plain: a quote, a backslash, a control character or no ASCII.
    @inline(__always) private mutating func scanPlain() {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        while end - cursor >= 8 {
            let word = UInt64(littleEndian: UnsafeRawPointer(cursor).loadUnaligned(as: UInt64.self))
            let quote = word ^ (ones &* 0x22)
            let escape = word ^ (ones &* 0x5C)
            let found = (word | (word &- ones &* 0x20) | (quote &- ones) | (escape &- ones)) & highs
            if found != 0 {
                cursor += found.trailingZeroBitCount >> 3
                return
            }
            cursor += 8
        }
        while cursor < end {
            let byte = cursor.pointee
            if byte == 0x22 || byte == 0x5C || byte < 0x20 || byte >= 0x80 { return }
            cursor += 1
        }
    }

    /// Reads on in a string that has an escape or more than ASCII in it.
    @inline(never) private mutating func readUnusualString(_ first: UnsafePointer<UInt8>) throws(Failure) -> String {
        var run = first
        var hasEscapes = false
        scratch.removeAll(keepingCapacity: true)
        while true {
            scanPlain()
            guard cursor < end else { throw failure(.unexpectedEnd) }
            switch cursor.pointee {
            case 0x22:
                let rest = UnsafeBufferPointer(start: run, count: cursor - run)
                cursor += 1
                guard hasEscapes else { return String(decoding: rest, as: UTF8.self) }
                scratch.append(contentsOf: rest)
                return String(decoding: scratch, as: UTF8.self)
            case 0x5C:
                hasEscapes = true
                scratch.append(contentsOf: UnsafeBufferPointer(start: run, count: cursor - run))
                try readEscape()
                run = cursor
            case 0x80...: try skipScalar()
            default: throw failure(.controlCharacter)
            }
        }
    }

    /// Goes past one scalar beyond ASCII, checking that it is UTF-8 (table 3-7 of the Unicode Standard).
    @inline(__always) private mutating func skipScalar() throws(Failure) {
        let lead = cursor.pointee
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        case 0xF1...0xF3: length = 4
        default: throw failure(.invalidUTF8)
        }
        guard end - cursor >= length, second.contains(cursor[1]) else { throw failure(.invalidUTF8) }
        for position in 2..<max(2, length) where cursor[position] & 0xC0 != 0x80 { throw failure(.invalidUTF8) }
        cursor += length
    }

    /// Reads the escape at the cursor and appends what it stands for.
    private mutating func readEscape() throws(Failure) {
        guard end - cursor >= 2 else {
            cursor = end
            throw failure(.unexpectedEnd)
        }
        let letter = cursor[1]
        switch letter {
        case 0x22, 0x5C, 0x2F: scratch.append(letter)
        case 0x62: scratch.append(0x08)
        case 0x66: scratch.append(0x0C)
        case 0x6E: scratch.append(0x0A)
        case 0x72: scratch.append(0x0D)
        case 0x74: scratch.append(0x09)
        case 0x75:
            try readUnicodeEscape()
            return
        default: throw failure(.invalidEscape)
        }
        cursor += 2
    }

    private mutating func readUnicodeEscape() throws(Failure) {
        var scalar = try hexDigits(at: 2)
        var length = 6
        if 0xDC00...0xDFFF ~= scalar { throw failure(.loneSurrogate) }
        if 0xD800...0xDBFF ~= scalar {
            guard end - cursor >= 8, cursor[6] == 0x5C, cursor[7] == 0x75 else { throw failure(.loneSurrogate) }
            let low = try hexDigits(at: 8)
            guard 0xDC00...0xDFFF ~= low else { throw failure(.loneSurrogate) }
            scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
            length = 12
        }
        switch scalar {
        case ..<0x80: scratch.append(UInt8(scalar))
        case ..<0x800: append(scalar, lead: 0xC0, following: 1)
        case ..<0x10000: append(scalar, lead: 0xE0, following: 2)
        default: append(scalar, lead: 0xF0, following: 3)
        }
        cursor += length
    }

    private mutating func append(_ scalar: UInt32, lead: UInt8, following: UInt32) {
        scratch.append(lead | UInt8(scalar >> (6 * following)))
        for left in (0..<following).reversed() { scratch.append(0x80 | UInt8(scalar >> (6 * left) & 0x3F)) }
    }

    /// The four hex digits so many bytes after the cursor.
    private mutating func hexDigits(at distance: Int) throws(Failure) -> UInt32 {
        var value: UInt32 = 0
        for position in distance..<distance + 4 {
            guard cursor + position < end else {
                cursor = end
                throw failure(.unexpectedEnd)
            }
            switch cursor[position] {
            case 0x30...0x39: value = value << 4 | UInt32(cursor[position] - 0x30)
            case 0x41...0x46: value = value << 4 | UInt32(cursor[position] - 0x37)
            case 0x61...0x66: value = value << 4 | UInt32(cursor[position] - 0x57)
            default: throw failure(.invalidEscape)
            }
        }
        return value
    }
}
