/// Strings as JavaScript sees them: code units of 16 bits.
enum UTF16Text {
    /// The code units of a text.
    static func units(_ text: String) -> [UInt16] {
        var units: [UInt16] = []
        units.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if let half = LoneSurrogate.unit(scalar) {
                units.append(half)
            } else {
                units.append(contentsOf: UTF16.encode(scalar).map { Array($0) } ?? [])
            }
        }
        return units
    }

    /// The text of code units.
    static func text(_ units: some Collection<UInt16>) -> String {
        var text = String.UnicodeScalarView()
        var rest = units.makeIterator()
        var pending = rest.next()
        while let unit = pending {
            pending = rest.next()
            if unit & 0xFC00 == 0xD800, let low = pending, low & 0xFC00 == 0xDC00 {
                let value = 0x1_0000 + (UInt32(unit & 0x3FF) << 10 | UInt32(low & 0x3FF))
                text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
                pending = rest.next()
            } else {
                text.append(Unicode.Scalar(unit) ?? LoneSurrogate.scalar(unit))
            }
        }
        return String(text)
    }

    /// The number of code units.
    static func count(_ text: String) -> Int { text.utf16.count }

    /// The order of texts by their code units: whether the first comes before the second.
    static func isBefore(_ one: String, _ other: String) -> Bool {
        var one = one
        var other = other
        return one.withUTF8 { one in
            other.withUTF8 { other in
                for position in 0..<min(one.count, other.count) where one[position] != other[position] {
                    let (left, right) = (one[position], other[position])
                    // Characters beyond U+FFFF are written with units that come before U+E000.
                    guard left >= 0xEE, right >= 0xEE else { return left < right }
                    guard (left >= 0xF0) != (right >= 0xF0) else { return left < right }
                    return left >= 0xF0
                }
                return one.count < other.count
            }
        }
    }
}
