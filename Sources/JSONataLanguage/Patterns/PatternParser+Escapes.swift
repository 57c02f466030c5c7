extension PatternParser {
    /// What a backslash and what follows stand for, outside of classes.
    mutating func readEscape() throws(JSPatternError) -> PatternNode {
        let start = position
        position += 1
        guard let next = peek else { throw error("\\ at end of pattern") }
        if ("1"..."9").contains(next), let group = readGroupNumber() { return .backreference(group) }
        if next == "k", scan.hasNames {
            position += 1
            guard take("<") else { throw error("Invalid named reference") }
            return .namedBackreference(try readName())
        }
        if let set = readSetEscape() { return .unit(set) }
        position = start
        return .literal(try readUnitEscape(isInClass: false))
    }

    /// The letter of `\d`, `\W` and the like, after the backslash; `nil` when it is another.
    mutating func readSetEscape() -> UnitSet? {
        let set: UnitSet
        switch peek {
        case "d": set = .digits
        case "D": set = UnitSet.digits.complement
        case "w": set = .wordUnits
        case "W": set = UnitSet.wordUnits.complement
        case "s": set = .blanks
        case "S": set = UnitSet.blanks.complement
        default: return nil
        }
        position += 1
        return set
    }

    /// An escape that stands for one unit, from its backslash on.
    mutating func readUnitEscape(isInClass: Bool) throws(JSPatternError) -> UInt16 {
        position += 1
        guard let next = peek else { throw error("\\ at end of pattern") }
        let unit = source[position]
        position += 1
        switch next {
        case "n": return 0x0A
        case "t": return 0x09
        case "r": return 0x0D
        case "f": return 0x0C
        case "v": return 0x0B
        case "b" where isInClass: return 0x08
        case "c": return readControl(isInClass: isInClass)
        case "x": return readHex(2) ?? unit
        case "u": return readHex(4) ?? unit
        case "k" where scan.hasNames: throw error("Invalid escape")
        case "0"..."7":
            position -= 1
            return readOctal()
        default: return unit
        }
    }

    /// The number after a backslash, if there are that many groups.
    private mutating func readGroupNumber() -> Int? {
        let start = position
        var value = 0
        while let next = peek, ("0"..."9").contains(next), value <= scan.groups {
            value = value * 10 + Int(next.value - 0x30)
            position += 1
        }
        if value <= scan.groups { return value }
        position = start
        return nil
    }

    /// `\cX`, after the `c`. Without a letter the backslash stands for itself, and the `c` is read again.
    private mutating func readControl(isInClass: Bool) -> UInt16 {
        if let next = peek, next.isASCII {
            let isLetter = ("a"..."z").contains(next) || ("A"..."Z").contains(next)
            if isLetter || isInClass && UnitSet.wordUnits.contains(source[position]) {
                position += 1
                return UInt16(next.value % 32)
            }
        }
        position -= 1
        return 0x5C
    }

    private mutating func readHex(_ count: Int) -> UInt16? {
        guard position + count <= source.count else { return nil }
        var value: UInt16 = 0
        for unit in source[position..<position + count] {
            guard let scalar = Unicode.Scalar(unit), scalar.isASCII, let digit = Character(scalar).hexDigitValue else {
                return nil
            }
            value = value << 4 | UInt16(digit)
        }
        position += count
        return value
    }

    /// Up to three octal digits, as long as they stay below 256.
    private mutating func readOctal() -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<3 {
            guard let next = peek, ("0"..."7").contains(next) else { break }
            let grown = value * 8 + UInt16(next.value - 0x30)
            guard grown < 256 else { break }
            value = grown
            position += 1
        }
        return value
    }
}
