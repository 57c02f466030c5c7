import JSONTree

extension PathParser {
    /// `[…]`: names, indexes, a slice, `*` or a filter.
    mutating func readBracket() throws(PathSyntaxError) -> PathStep {
        position += 1
        skipBlanks()
        guard let byte = peek else { throw error("'[' is not closed") }
        let step: PathStep
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "\""): step = try readQuotedNames()
        case UInt8(ascii: "*"):
            position += 1
            step = .wildcard
        case UInt8(ascii: "?"):
            position += 1
            step = .filter(try readFilter())
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: ":"): step = try readIndexes()
        default: throw error("Expected a quoted name, an index, '*' or '?' after '['")
        }
        skipBlanks()
        guard take("]") else { throw error("Expected ']'") }
        return step
    }

    private mutating func readQuotedNames() throws(PathSyntaxError) -> PathStep {
        var names: [String] = []
        repeat {
            skipBlanks()
            names.append(try readQuoted())
            skipBlanks()
        } while take(",")
        return names.count == 1 ? .key(names[0]) : .keys(names)
    }

    private mutating func readIndexes() throws(PathSyntaxError) -> PathStep {
        let start = position
        while let byte = peek, byte != UInt8(ascii: "]") {
            guard Self.isDigit(byte) || byte == 0x2D || byte == 0x3A || byte == 0x2C || byte == 0x20 else {
                throw error("An index must be an integer")
            }
            position += 1
        }
        let written = bytes[start..<position]
        guard written.contains(0x3A) else {
            var indexes: [Int] = []
            for part in written.split(separator: 0x2C, omittingEmptySubsequences: false) {
                indexes.append(try index(Self.trimmed(part), at: start))
            }
            return indexes.count == 1 ? .index(indexes[0]) : .indices(indexes)
        }
        // A third part, a step, is read and ignored, as Jayway does.
        let parts = written.split(separator: 0x3A, omittingEmptySubsequences: false).map(Self.trimmed)
        let from = parts[0].isEmpty ? nil : try index(parts[0], at: start)
        let to = parts[1].isEmpty ? nil : try index(parts[1], at: start)
        guard from != nil || to != nil else { throw PathSyntaxError("A slice needs a start or an end", at: start) }
        return .slice(from: from, to: to)
    }

    private func index(_ digits: ArraySlice<UInt8>, at offset: Int) throws(PathSyntaxError) -> Int {
        guard let index = Int32(String(decoding: digits, as: UTF8.self)) else {
            throw PathSyntaxError("An index must be an integer", at: offset)
        }
        return Int(index)
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var bytes = bytes
        while bytes.first == 0x20 { bytes.removeFirst() }
        while bytes.last == 0x20 { bytes.removeLast() }
        return bytes
    }

    /// A string in single or double quotes, with the escapes of JSON. Before the quotes that do not enclose it a backslash stands for itself:
    /// so AWS was observed to read `['a\"b']`.
    mutating func readQuoted() throws(PathSyntaxError) -> String {
        let start = position
        guard let quote = peek, quote == 0x27 || quote == 0x22 else { throw error("Expected a quoted string") }
        position += 1
        var plain: [UInt8] = []
        while let byte = peek, byte != quote {
            position += 1
            guard byte == 0x5C else {
                plain.append(byte)
                continue
            }
            guard let escaped = peek else { break }
            position += 1
            switch escaped {
            case UInt8(ascii: "n"): plain.append(0x0A)
            case UInt8(ascii: "t"): plain.append(0x09)
            case UInt8(ascii: "r"): plain.append(0x0D)
            case UInt8(ascii: "f"): plain.append(0x0C)
            case UInt8(ascii: "b"): plain.append(0x08)
            case UInt8(ascii: "u"): plain.append(contentsOf: String(try readUnicodeEscape()).utf8)
            case 0x27, 0x22:
                if escaped != quote { plain.append(byte) }
                plain.append(escaped)
            default: plain.append(escaped)
            }
        }
        guard position < end, bytes[position] == quote else {
            throw PathSyntaxError("The string is not closed", at: start)
        }
        position += 1
        return String(decoding: plain, as: UTF8.self)
    }

    private mutating func readUnicodeEscape() throws(PathSyntaxError) -> Unicode.Scalar {
        let high = try readFourHexDigits()
        if let scalar = Unicode.Scalar(high) { return scalar }
        guard high < 0xDC00, take("\\"), take("u") else { throw error("\\u names half of a surrogate pair") }
        let low = try readFourHexDigits()
        guard (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
        else {
            throw error("\\u names half of a surrogate pair")
        }
        return scalar
    }

    private mutating func readFourHexDigits() throws(PathSyntaxError) -> UInt32 {
        guard position + 4 <= end, let value = UInt32(text(from: position, to: position + 4), radix: 16),
            bytes[position] != 0x2B
        else {
            throw error("\\u needs four hex digits")
        }
        position += 4
        return value
    }
}
