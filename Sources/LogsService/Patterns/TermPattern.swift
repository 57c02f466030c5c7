import AWSWire

/// Terms a message must hold, must not hold (`-`), or of which it must hold one (`?`).
struct TermPattern: Sendable {
    /// What a message may hold.
    private enum Term {
        case bytes([UInt8])
        case expression(TextExpression)
    }

    private var all: [Term] = []
    private var none: [Term] = []
    private var any: [Term] = []

    /// Reads terms: words of letters, digits and `_`, anything in quotation marks, or an expression between percent signs.
    init(_ text: String) throws(ServiceError) {
        var rest = text.utf8[...]
        while true {
            rest = rest.drop { Self.isSpace($0) }
            guard let mark = rest.first else { break }
            let isMarked = mark == UInt8(ascii: "?") || mark == UInt8(ascii: "-")
            if isMarked { rest = rest.dropFirst() }
            let term = try Self.term(&rest)
            switch mark {
            case UInt8(ascii: "?"): any.append(term)
            case UInt8(ascii: "-"): none.append(term)
            default: all.append(term)
            }
        }
        // Beside other terms those with a question mark mean nothing. Source: user guide, "Matching terms in log events".
        if !all.isEmpty || !none.isEmpty { any = [] }
    }

    /// Whether a message matches; letters count as they are written.
    func matches(_ message: String) -> Bool {
        all.allSatisfy { Self.holds(message, $0) } && !none.contains { Self.holds(message, $0) }
            && (any.isEmpty || any.contains { Self.holds(message, $0) })
    }

    private static func holds(_ message: String, _ term: Term) -> Bool {
        switch term {
        case .expression(let expression): return expression.matches(message)
        case .bytes(let term):
            var message = message
            return message.withUTF8 { holds($0, term) }
        }
    }

    private static func term(_ rest: inout Substring.UTF8View) throws(ServiceError) -> Term {
        guard rest.first == UInt8(ascii: "%") else { return .bytes(try word(&rest)) }
        let start = rest.index(after: rest.startIndex)
        var end = start
        while end < rest.endIndex, rest[end] != UInt8(ascii: "%") {
            let step = rest[end] == UInt8(ascii: "\\") ? 2 : 1
            end = rest.index(end, offsetBy: step, limitedBy: rest.endIndex) ?? rest.endIndex
        }
        guard end < rest.endIndex else { throw .invalid("Invalid filter pattern: a percent sign is missing") }
        let text = String(Substring(rest[start..<end]))
        rest = rest[rest.index(after: end)...]
        return .expression(try TextExpression(text))
    }

    private static func word(_ rest: inout Substring.UTF8View) throws(ServiceError) -> [UInt8] {
        var term: [UInt8] = []
        if rest.first == UInt8(ascii: "\"") {
            rest = rest.dropFirst()
            while let byte = rest.popFirst() {
                if byte == UInt8(ascii: "\"") { return term }
                term.append(byte == UInt8(ascii: "\\") ? rest.popFirst() ?? byte : byte)
            }
            throw .invalid("Invalid filter pattern: a quotation mark is missing")
        }
        while let byte = rest.first, !isSpace(byte) {
            guard isWord(byte) else {
                throw .invalid("Invalid character(s) in term '\(String(decoding: term + [byte], as: UTF8.self))'")
            }
            term.append(byte)
            rest = rest.dropFirst()
        }
        guard !term.isEmpty else { throw .invalid("Invalid filter pattern: a term is missing") }
        return term
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private static func isWord(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            || byte == UInt8(ascii: "_") || byte >= 0x80
    }

    /// Whether bytes occur in others.
    private static func holds(_ bytes: UnsafeBufferPointer<UInt8>, _ term: [UInt8]) -> Bool {
        guard let first = term.first else { return true }
        guard bytes.count >= term.count else { return false }
        for place in 0...(bytes.count - term.count) where bytes[place] == first {
            if bytes[place..<(place + term.count)].elementsEqual(term) { return true }
        }
        return false
    }
}
