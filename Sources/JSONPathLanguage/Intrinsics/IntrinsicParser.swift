import JSONTree

/// Reads the text of an intrinsic call.
struct IntrinsicParser {
    private let bytes: [UInt8]
    private var position = 0

    /// Takes a text that is not too long.
    init(_ text: String) throws(PathSyntaxError) {
        bytes = Array(text.utf8)
        guard bytes.count <= Limits.textBytesMax else {
            throw PathSyntaxError("The intrinsic function call is too long", at: 0)
        }
    }

    /// Reads the call that is the whole text.
    mutating func readWhole() throws(PathSyntaxError) -> IntrinsicCall.Call {
        skipBlanks()
        let call = try readCall(depth: 1)
        skipBlanks()
        guard position == bytes.count else { throw error("Unexpected text after the intrinsic function call") }
        return call
    }

    private mutating func readCall(depth: Int) throws(PathSyntaxError) -> IntrinsicCall.Call {
        guard depth <= Limits.callDepthMax else { throw error("Intrinsic function calls are nested too deeply") }
        let start = position
        while let byte = peek, PathParser.startsName(byte) || PathParser.isDigit(byte) || byte == UInt8(ascii: ".") {
            position += 1
        }
        let name = String(decoding: bytes[start..<position], as: UTF8.self)
        guard let function = IntrinsicFunction(rawValue: name) else {
            throw PathSyntaxError("There is no intrinsic function '\(name)'", at: start)
        }
        skipBlanks()
        guard take(UInt8(ascii: "(")) else { throw error("Expected '(' after '\(name)'") }
        var arguments: [IntrinsicCall.Argument] = []
        skipBlanks()
        if peek != UInt8(ascii: ")") {
            repeat {
                skipBlanks()
                arguments.append(try readArgument(depth: depth))
                skipBlanks()
            } while take(UInt8(ascii: ","))
        }
        guard take(UInt8(ascii: ")")) else { throw error("Expected ',' or ')'") }
        guard function.argumentCount.contains(arguments.count) else {
            throw PathSyntaxError("Wrong number of arguments for '\(name)'", at: start)
        }
        return IntrinsicCall.Call(function: function, arguments: arguments)
    }

    private mutating func readArgument(depth: Int) throws(PathSyntaxError) -> IntrinsicCall.Argument {
        guard let byte = peek else { throw error("The intrinsic function call is not closed") }
        switch byte {
        case UInt8(ascii: "'"): return try readString()
        case UInt8(ascii: "$"): return .path(try readPath())
        case UInt8(ascii: "S"): return .call(try readCall(depth: depth + 1))
        default: return .constant(try readWord())
        }
    }

    /// `true`, `false`, `null` or a number.
    private mutating func readWord() throws(PathSyntaxError) -> JSON {
        let start = position
        while let byte = peek, byte != UInt8(ascii: ","), byte != UInt8(ascii: ")"), !PathParser.isBlank(byte) {
            position += 1
        }
        let word = Array(bytes[start..<position])
        do {
            let value = try JSON.parse(word, options: JSONReadingOptions(maxDepth: 1))
            guard value.isNumber || value.isBool || value.isNull else {
                throw PathSyntaxError("Expected an argument", at: start)
            }
            return value
        } catch {
            throw PathSyntaxError("Expected an argument", at: start)
        }
    }

    /// A string in single quotes. A backslash may stand only before `'`, `{`, `}` and another one; AWS refuses `\"`, as it was observed to.
    private mutating func readString() throws(PathSyntaxError) -> IntrinsicCall.Argument {
        let start = position
        position += 1
        var value: [UInt8] = []
        while let byte = peek, byte != UInt8(ascii: "'") {
            position += 1
            guard byte == UInt8(ascii: "\\"), let escaped = peek else {
                value.append(byte)
                continue
            }
            guard Self.isEscapable(escaped) else { throw error("A backslash may stand only before ', {, } and \\") }
            position += 1
            value.append(escaped)
        }
        guard peek != nil else {
            throw PathSyntaxError("A string of the intrinsic function call is not closed", at: start)
        }
        let written = String(decoding: bytes[(start + 1)..<position], as: UTF8.self)
        position += 1
        return .string(String(decoding: value, as: UTF8.self), written: written)
    }

    /// Whether a backslash takes the meaning from a character.
    static func isEscapable(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"): true
        default: false
        }
    }

    /// A path: all up to the comma or bracket that is not inside its own brackets and quotes.
    private mutating func readPath() throws(PathSyntaxError) -> JSONPath {
        let start = position
        var open = 0
        var quote: UInt8?
        scanning: while let byte = peek {
            switch (byte, quote) {
            case (UInt8(ascii: "\\"), .some): position += 1
            case (_, .some(let mark)): if byte == mark { quote = nil }
            case (UInt8(ascii: "'"), nil), (UInt8(ascii: "\""), nil): quote = open > 0 ? byte : nil
            case (UInt8(ascii: "["), nil), (UInt8(ascii: "("), nil): open += 1
            case (UInt8(ascii: "]"), nil): open -= 1
            case (UInt8(ascii: ")"), nil):
                if open == 0 { break scanning }
                open -= 1
            case (UInt8(ascii: ","), nil): if open == 0 { break scanning }
            default: break
            }
            position += 1
        }
        position = min(position, bytes.count)
        do {
            return try JSONPath(String(decoding: bytes[start..<position], as: UTF8.self))
        } catch {
            throw PathSyntaxError(error.message, at: start + error.offset)
        }
    }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() {
        while let byte = peek, PathParser.isBlank(byte) { position += 1 }
    }

    private func error(_ message: String) -> PathSyntaxError { PathSyntaxError(message, at: position) }
}
