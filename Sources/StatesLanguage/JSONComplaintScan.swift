/// Walks over a text to the first thing that JSON does not allow there.
struct JSONComplaintScan {
    private enum Expectation { case value, firstKeyOrEnd, key, colon, commaOrEnd, elementOrEnd, nothing }
    private enum Container { case object, array }

    private static let valueList = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')"

    private static let wordMax = 256

    private let text: [UInt8]
    /// The byte after the last one looked at.
    private var position = 0
    private var containers: [Container] = []
    private var expectation = Expectation.value

    /// Starts at the first byte.
    init(_ text: [UInt8]) { self.text = text }

    /// Line and column, from 1, of the byte after the one that was too much.
    var place: (line: Int, column: Int) {
        let before = text[..<min(position, text.count)]
        let line = 1 + before.count { $0 == 0x0A }
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return (line, before[start...].count { $0 & 0xC0 != 0x80 } + 1)
    }

    /// Goes on until something is wrong, and says what.
    mutating func firstFault() -> String? {
        while true {
            while let byte = text[safe: position], byte == 0x20 || (0x09...0x0A).contains(byte) || byte == 0x0D {
                position += 1
            }
            guard let byte = text[safe: position] else { return atEnd() }
            if let fault = take(byte) { return fault }
        }
    }

    private mutating func take(_ byte: UInt8) -> String? {
        switch (expectation, byte) {
        case (.nothing, _): return valueFault(byte)
        case (.firstKeyOrEnd, UInt8(ascii: "}")), (.elementOrEnd, UInt8(ascii: "]")): return close()
        case (.commaOrEnd, UInt8(ascii: "}")) where containers.last == .object: return close()
        case (.commaOrEnd, UInt8(ascii: "]")) where containers.last == .array: return close()
        case (.commaOrEnd, UInt8(ascii: ",")):
            position += 1
            expectation = containers.last == .object ? .key : .value
            return nil
        case (.commaOrEnd, _):
            return unexpected(
                "was expecting comma to separate \(containers.last == .object ? "Object" : "Array") entries")
        case (.key, UInt8(ascii: "\"")), (.firstKeyOrEnd, UInt8(ascii: "\"")):
            return string(then: .colon)
        case (.key, _), (.firstKeyOrEnd, _): return unexpected("was expecting double-quote to start field name")
        case (.colon, UInt8(ascii: ":")):
            position += 1
            expectation = .value
            return nil
        case (.colon, _): return unexpected("was expecting a colon to separate field name and value")
        case (.value, _), (.elementOrEnd, _): return value(byte)
        }
    }

    private mutating func value(_ byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "{"):
            open(.object, expecting: .firstKeyOrEnd)
        case UInt8(ascii: "["):
            open(.array, expecting: .elementOrEnd)
        case UInt8(ascii: "\""): return string(then: afterValue)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            while let byte = text[safe: position], "+-.0123456789eE".utf8.contains(byte) { position += 1 }
            expectation = afterValue
        default: return valueFault(byte)
        }
        return nil
    }

    private mutating func valueFault(_ byte: UInt8) -> String? {
        guard Self.isWordByte(byte) else { return unexpected("expected a valid value \(Self.valueList)") }
        let start = position
        while let byte = text[safe: position], Self.isWordByte(byte) { position += 1 }
        let word = String(decoding: text[start..<position], as: UTF8.self)
        if expectation != .nothing, ["true", "false", "null"].contains(word) {
            expectation = afterValue
            return nil
        }
        let shown =
            word.unicodeScalars.count > Self.wordMax
            ? "\(String.UnicodeScalarView(word.unicodeScalars.prefix(Self.wordMax)))..." : word
        return "Unrecognized token '\(shown)': was expecting \(Self.valueList)"
    }

    private mutating func string(then next: Expectation) -> String? {
        position += 1
        while let byte = text[safe: position] {
            position += byte == UInt8(ascii: "\\") ? 2 : 1
            if byte == UInt8(ascii: "\"") {
                expectation = next
                return nil
            }
            if byte < 0x20 {
                return
                    "Illegal unquoted character ((CTRL-CHAR, code \(byte))): has to be escaped using backslash to be included in "
                    + (next == .colon ? "name" : "string value")
            }
        }
        position = text.count
        return
            "Unexpected end-of-input\(next == .colon ? " in field name" : ": was expecting closing quote for a string value")"
    }

    private mutating func open(_ container: Container, expecting next: Expectation) {
        position += 1
        containers.append(container)
        expectation = next
    }

    private mutating func close() -> String? {
        position += 1
        containers.removeLast()
        expectation = afterValue
        return nil
    }

    private var afterValue: Expectation { containers.isEmpty ? .nothing : .commaOrEnd }

    private mutating func unexpected(_ wish: String) -> String {
        let scalar = String(decoding: text[position...].prefix(4), as: UTF8.self).unicodeScalars.first ?? "?"
        position += scalar.utf8.count
        return "Unexpected character ('\(scalar)' (code \(scalar.value))): \(wish)"
    }

    private func atEnd() -> String? {
        guard let container = containers.last else {
            return expectation == .nothing ? nil : "No content to map due to end-of-input"
        }
        return "Unexpected end-of-input: expected close marker for \(container == .object ? "Object" : "Array")"
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
            || byte == 0x24
            || byte >= 0x80
    }
}

extension [UInt8] {
    fileprivate subscript(safe position: Int) -> UInt8? { position < count ? self[position] : nil }
}
