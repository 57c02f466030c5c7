/// Reads one JSON text strictly as RFC 8259 has it.
struct JSONReader: ~Copyable {
    /// A failure before its line and column are known.
    struct Failure: Error {
        let code: JSONError.Code
        let offset: Int
    }

    let start: UnsafePointer<UInt8>
    let end: UnsafePointer<UInt8>
    var cursor: UnsafePointer<UInt8>
    let keyCache: KeyCache
    /// Where an unescaped string is put together; grows as needed.
    var scratch: [UInt8] = []

    private let options: JSONReadingOptions
    private var depth = 0
    private var values = ReadingStack<JSON>()
    private var members = ReadingStack<JSONObject.Member>()
    /// Where the keys of `members` start; kept only when duplicates are refused.
    private var keyPositions = ReadingStack<UnsafePointer<UInt8>>()

    init(_ text: UnsafeBufferPointer<UInt8>, base: UnsafePointer<UInt8>, options: JSONReadingOptions) {
        start = base
        end = base + text.count
        cursor = base
        keyCache = KeyCache(textCount: text.count)
        self.options = options
    }

    /// Reads the whole text.
    mutating func readDocument() throws(Failure) -> JSON {
        if end - cursor > options.maxBytes { throw Failure(code: .tooLong, offset: options.maxBytes) }
        if end - cursor >= 3, cursor[0] == 0xEF, cursor[1] == 0xBB, cursor[2] == 0xBF { throw failure(.byteOrderMark) }
        skipSpace()
        let value = try readValue()
        skipSpace()
        if cursor < end { throw failure(.trailingText) }
        return value
    }

    /// A failure at the cursor.
    func failure(_ code: JSONError.Code) -> Failure { Failure(code: code, offset: cursor - start) }

    @inline(__always) mutating func skipSpace() {
        while cursor < end {
            let byte = cursor.pointee
            if byte > 0x20 { return }
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
            cursor += 1
        }
    }

    private mutating func readValue() throws(Failure) -> JSON {
        guard cursor < end else { throw failure(.unexpectedEnd) }
        switch cursor.pointee {
        case 0x22:
            cursor += 1
            return .string(try readString())
        case 0x7B: return try readObject()
        case 0x5B: return try readArray()
        case 0x2D, 0x30...0x39: return try readNumber()
        case 0x74: return try readWord("true", .bool(true))
        case 0x66: return try readWord("false", .bool(false))
        case 0x6E: return try readWord("null", .null)
        default: throw failure(.unexpectedCharacter)
        }
    }

    private mutating func readWord(_ word: StaticString, _ value: JSON) throws(Failure) -> JSON {
        for position in 0..<word.utf8CodeUnitCount {
            guard cursor < end else { throw failure(.unexpectedEnd) }
            guard cursor.pointee == word.utf8Start[position] else { throw failure(.unexpectedCharacter) }
            cursor += 1
        }
        return value
    }

    /// Goes one level down, past the opening bracket and the space after it.
    private mutating func open() throws(Failure) {
        guard depth < options.maxDepth else { throw failure(.tooDeep) }
        depth += 1
        cursor += 1
        skipSpace()
    }

    /// Whether the closing bracket stands at the cursor; if so, goes past it and one level up.
    @inline(__always) private mutating func closes(_ bracket: UInt8) -> Bool {
        guard cursor < end, cursor.pointee == bracket else { return false }
        cursor += 1
        depth -= 1
        return true
    }

    /// Past the comma between two elements and the space around it.
    @inline(__always) private mutating func readComma() throws(Failure) {
        guard cursor < end else { throw failure(.unexpectedEnd) }
        guard cursor.pointee == 0x2C else { throw failure(.unexpectedCharacter) }
        cursor += 1
        skipSpace()
    }

    private mutating func readArray() throws(Failure) -> JSON {
        try open()
        if closes(0x5D) { return .array([]) }
        let first = values.count
        while true {
            values.push(try readValue())
            skipSpace()
            if closes(0x5D) { return .array(values.pop(from: first)) }
            try readComma()
        }
    }

    private mutating func readObject() throws(Failure) -> JSON {
        try open()
        if closes(0x7D) { return .object(JSONObject()) }
        let first = members.count
        let firstPosition = keyPositions.count
        var seen: UInt64 = 0
        var mayRepeat = false
        while true {
            guard cursor < end else { throw failure(.unexpectedEnd) }
            guard cursor.pointee == 0x22 else { throw failure(.unexpectedCharacter) }
            if options.duplicateKeys == .refused { keyPositions.push(cursor) }
            cursor += 1
            let (key, mark) = try readKey()
            let bit: UInt64 = 1 << (mark & 63)
            if seen & bit != 0 { mayRepeat = true }
            seen |= bit
            skipSpace()
            guard cursor < end else { throw failure(.unexpectedEnd) }
            guard cursor.pointee == 0x3A else { throw failure(.unexpectedCharacter) }
            cursor += 1
            skipSpace()
            let value = try readValue()
            members.push(JSONObject.Member(key: key, value: value))
            skipSpace()
            if closes(0x7D) {
                return .object(try object(of: members.pop(from: first), mayRepeat: mayRepeat, positions: firstPosition))
            }
            try readComma()
        }
    }

    /// Makes the object of members of which some may have the same key.
    @inline(__always) private mutating func object(
        of members: [JSONObject.Member], mayRepeat: Bool, positions: Int
    ) throws(Failure) -> JSONObject {
        defer { if options.duplicateKeys == .refused { _ = keyPositions.pop(from: positions) } }
        if members.count <= JSONObject.linearLimit && !mayRepeat { return JSONObject(distinct: members, index: nil) }
        return try checkedObject(of: members, positions: positions)
    }

    @inline(never) private func checkedObject(of members: [JSONObject.Member], positions: Int) throws(Failure)
        -> JSONObject
    {
        if members.count > JSONObject.linearLimit, let index = KeyIndex(members) {
            return JSONObject(distinct: members, index: index)
        }
        var object = JSONObject()
        object.reserveCapacity(members.count)
        for (number, member) in members.enumerated() {
            let before = object.count
            object[member.key] = member.value
            if object.count == before, options.duplicateKeys == .refused {
                throw Failure(code: .duplicateKey, offset: keyPositions[positions + number] - start)
            }
        }
        return object
    }
}

extension JSON {
    /// Reads a text strictly as RFC 8259 has it: no byte order mark, no text after the value, valid UTF-8, no half
    /// surrogates.
    package static func parse(
        _ bytes: UnsafeBufferPointer<UInt8>, options: JSONReadingOptions = .init()
    ) throws(JSONError) -> JSON {
        guard let base = bytes.baseAddress, !bytes.isEmpty else { throw JSONError(.unexpectedEnd, at: 0, in: bytes) }
        var reader = JSONReader(bytes, base: base, options: options)
        do {
            return try reader.readDocument()
        } catch {
            throw JSONError(error.code, at: error.offset, in: bytes)
        }
    }

    /// Reads a text; see the other `parse`.
    package static func parse(_ bytes: [UInt8], options: JSONReadingOptions = .init()) throws(JSONError) -> JSON {
        let result = bytes.withUnsafeBufferPointer { buffer in
            Result { () throws(JSONError) in try parse(buffer, options: options) }
        }
        return try result.get()
    }

    /// Reads a text; see the other `parse`.
    package static func parse(_ text: String, options: JSONReadingOptions = .init()) throws(JSONError) -> JSON {
        var text = text
        let result = text.withUTF8 { buffer in
            Result { () throws(JSONError) in try parse(buffer, options: options) }
        }
        return try result.get()
    }
}
