extension Lexer {
    /// Reads a string whose opening quote comes next.
    mutating func string(closedBy quote: UInt16) throws(JSONataError) -> Token {
        position += 1
        var content: [UInt16] = []
        while position < units.count {
            let unit = units[position]
            if unit == quote {
                position += 1
                return Token(kind: .string(UTF16Text.text(content)), position: position)
            }
            if unit == "\\" {
                position += 1
                content.append(try escaped())
            } else {
                content.append(unit)
            }
            position += 1
        }
        throw JSONataError("S0101", position: position)
    }

    /// The unit an escape stands for; the position is behind the backslash and moves to the escape's last character.
    private mutating func escaped() throws(JSONataError) -> UInt16 {
        switch self[position] {
        case "\"", "\\", "/": return units[position]
        case "b": return 0x08
        case "f": return 0x0C
        case "n": return 0x0A
        case "r": return 0x0D
        case "t": return 0x09
        case "u":
            let digits = text(position + 1..<max(position + 1, min(position + 5, units.count)))
            let isHex = digits.utf8.allSatisfy {
                UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 || 0x41...0x46 ~= $0 & 0xDF
            }
            guard isHex, let unit = UInt16(digits, radix: 16) else { throw JSONataError("S0104", position: position) }
            position += digits.utf8.count
            return unit
        default:
            let token = position < units.count ? text(position..<position + 1) : ""
            throw JSONataError("S0103", position: position, token: token)
        }
    }

    /// Reads a regular expression whose opening slash has been passed. A slash in brackets or escaped does not end it.
    mutating func pattern() throws(JSONataError) -> Token {
        let start = position
        var depth = 0
        while position < units.count {
            let isEscaped = isEscaped(position, since: start)
            switch units[position] {
            case "/" where depth == 0 && !isEscaped: return try finishedPattern(start)
            case "(" where !isEscaped, "[" where !isEscaped, "{" where !isEscaped: depth += 1
            case ")" where !isEscaped, "]" where !isEscaped, "}" where !isEscaped: depth -= 1
            default: break
            }
            position += 1
        }
        throw JSONataError("S0302", position: position)
    }

    private mutating func finishedPattern(_ start: Int) throws(JSONataError) -> Token {
        guard position > start else { throw JSONataError("S0301", position: position) }
        let source = text(start..<position)
        position += 1
        let flags = position
        while self[position] == "i" || self[position] == "m" { position += 1 }
        return Token(kind: .pattern(source, flags: text(flags..<position)), position: position)
    }

    /// Whether an odd number of backslashes stands before a place.
    private func isEscaped(_ place: Int, since start: Int) -> Bool {
        var first = place
        while first > start, units[first - 1] == "\\" { first -= 1 }
        return (place - first) % 2 == 1
    }
}
