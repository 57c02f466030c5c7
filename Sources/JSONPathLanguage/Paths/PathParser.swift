import JSONTree

/// Reads the text of a path.
struct PathParser {
    /// The text as UTF-8.
    let bytes: [UInt8]
    /// The byte at hand.
    var position = 0
    /// The end of the text, blanks at the end left out.
    private(set) var end: Int
    /// Filters, brackets and literals the parser is inside of.
    var depth = 0

    /// Takes a text that is not too long and not empty.
    init(_ text: String) throws(PathSyntaxError) {
        bytes = Array(text.utf8)
        end = bytes.count
        guard end <= Limits.textBytesMax else { throw PathSyntaxError("The path is too long", at: Limits.textBytesMax) }
        while end > 0, Self.isBlank(bytes[end - 1]) { end -= 1 }
        guard end > 0 else { throw PathSyntaxError("The path is empty", at: 0) }
    }

    /// Reads `$`, `$$` or `$name`.
    mutating func readOrigin(allowingVariables: Bool) throws(PathSyntaxError) -> JSONPath.Origin {
        guard take("$") else { throw error("A path must start with '$'") }
        if take("$") { return .context }
        guard let next = peek, next != UInt8(ascii: "."), next != UInt8(ascii: "[") else { return .input }
        guard allowingVariables, Self.startsName(next) else { throw error("Expected '.' or '[' after '$'") }
        let start = position
        while let byte = peek, Self.startsName(byte) || Self.isDigit(byte) { position += 1 }
        return .variable(text(from: start, to: position))
    }

    /// Reads all steps to the end of the text.
    mutating func readSteps() throws(PathSyntaxError) -> [PathStep] {
        let steps = try readSteps(inFilter: false)
        guard position == end else { throw error("Unexpected character in the path") }
        return steps
    }

    /// Reads steps as far as they go: to the end, or inside a filter to what cannot belong to a path.
    mutating func readSteps(inFilter: Bool) throws(PathSyntaxError) -> [PathStep] {
        var steps: [PathStep] = []
        var isPlain = true
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "."):
                position += 1
                if take(".") {
                    steps.append(.scan)
                    isPlain = false
                }
                guard let next = peek, next != UInt8(ascii: ".") else { throw error("A path must not end with '.'") }
                steps.append(next == UInt8(ascii: "[") ? try readBracket() : try readName(inFilter: inFilter))
            case UInt8(ascii: "["): steps.append(try readBracket())
            default:
                guard inFilter else { throw error("Expected '.' or '['") }
                return steps
            }
            switch steps.last {
            case .key, .index: break
            default: isPlain = false
            }
            guard isPlain || steps.count <= Limits.stepsMax else { throw error("The path has too many steps") }
        }
        return steps
    }

    /// Whether a path of these steps names one node at most.
    static func isDefinite(_ steps: [PathStep]) -> Bool {
        if steps.count > 2, case .scan = steps.first, case .function = steps.last { return true }
        return steps.indices.allSatisfy { steps[$0].isDefinite(isLast: $0 == steps.count - 1) }
    }

    /// The steps as names and indexes, if they are nothing else.
    static func plainSteps(_ steps: [PathStep]) -> [PlainStep]? {
        var plain: [PlainStep] = []
        for step in steps {
            switch step {
            case .key(let name): plain.append(.key(name))
            case .index(let index): plain.append(.index(index))
            default: return nil
            }
        }
        return plain
    }

    /// `name`, `*` or `name()`, after the dot.
    private mutating func readName(inFilter: Bool) throws(PathSyntaxError) -> PathStep {
        if peek == UInt8(ascii: "*") {
            position += 1
            return .wildcard
        }
        let start = position
        while let byte = peek, !endsName(byte, inFilter: inFilter) { position += 1 }
        guard position > start else { throw error("Expected a name after '.'") }
        let name = text(from: start, to: position)
        if !inFilter, let byte = peek, Self.isBlank(byte) {
            throw error("A name with blanks must be written ['a name']")
        }
        guard take("(") else { return .key(name) }
        return .function(try readFunction(name, at: start))
    }

    private func endsName(_ byte: UInt8, inFilter: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: " "): return true
        case UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "~"),
            UInt8(ascii: "!"), UInt8(ascii: ","):
            return inFilter
        case UInt8(ascii: "&"), UInt8(ascii: "|"): return inFilter && position + 1 < end && bytes[position + 1] == byte
        default: return Self.isBlank(byte) && inFilter
        }
    }
}

extension PathParser {
    /// The byte at hand; `nil` at the end.
    var peek: UInt8? { position < end ? bytes[position] : nil }

    /// Passes a character if it is at hand.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard let byte = peek, byte == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    /// Passes blanks.
    mutating func skipBlanks() {
        while let byte = peek, Self.isBlank(byte) { position += 1 }
    }

    /// An error at the byte at hand.
    func error(_ message: String) -> PathSyntaxError { PathSyntaxError(message, at: position) }

    /// Enters a bracket, a filter or a literal; `leave()` undoes it.
    mutating func enter() throws(PathSyntaxError) {
        depth += 1
        guard depth <= Limits.filterDepthMax else { throw error("The path is nested too deeply") }
    }

    /// Leaves what was entered.
    mutating func leave() { depth -= 1 }

    /// The text between two bytes, which must not cut a character.
    func text(from start: Int, to end: Int) -> String {
        String(decoding: bytes[start..<end], as: UTF8.self)
    }

    /// A space, a tab or the end of a line.
    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    /// `0` to `9`.
    static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    /// Letters, `_` and everything beyond ASCII.
    static func startsName(_ byte: UInt8) -> Bool {
        (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte == 0x5F || byte >= 0x80
    }
}
