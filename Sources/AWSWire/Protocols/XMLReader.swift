/// Reads small XML documents strictly; no document types, so nothing can be included or expanded.
struct XMLReader {
    /// A document that is not well formed, or goes beyond the limits.
    struct Failure: Error {}

    /// How deep elements may lie in each other.
    private static let depthMax = 32
    private let text: [UInt8]
    private var place = 0

    /// Reads a document.
    ///
    /// - Returns: Its root element.
    static func read(_ text: [UInt8]) throws(Failure) -> XMLElement {
        guard String(validating: text, as: UTF8.self) != nil else { throw Failure() }
        var reader = XMLReader(text: text)
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { reader.place = 3 }
        try reader.skipMisc()
        let root = try reader.element(depth: 0)
        try reader.skipMisc()
        guard reader.place == text.count else { throw Failure() }
        return root
    }

    private init(text: [UInt8]) { self.text = text }

    private mutating func element(depth: Int) throws(Failure) -> XMLElement {
        guard depth < Self.depthMax, take("<") else { throw Failure() }
        let fullName = try name()
        var element = XMLElement(name: Self.local(fullName))
        if try attributes() { return element }
        var words: [UInt8] = []
        while true {
            guard place < text.count else { throw Failure() }
            if text[place] != UInt8(ascii: "<") {
                try character(into: &words)
            } else if take("</") {
                guard try name() == fullName else { throw Failure() }
                skipSpace()
                guard take(">") else { throw Failure() }
                element.text = String(decoding: words, as: UTF8.self)
                return element
            } else if take("<!--") {
                _ = try upTo("-->")
            } else if take("<![CDATA[") {
                words += try upTo("]]>")
            } else if take("<?") {
                _ = try upTo("?>")
            } else {
                element.children.append(try self.element(depth: depth + 1))
            }
        }
    }

    /// Passes over attributes and the end of the tag.
    ///
    /// - Returns: Whether the element ends with its tag.
    private mutating func attributes() throws(Failure) -> Bool {
        while true {
            skipSpace()
            if take("/>") { return true }
            if take(">") { return false }
            _ = try name()
            skipSpace()
            guard take("=") else { throw Failure() }
            skipSpace()
            if take("\"") { _ = try upTo("\"") } else if take("'") { _ = try upTo("'") } else { throw Failure() }
        }
    }

    private mutating func character(into words: inout [UInt8]) throws(Failure) {
        let byte = text[place]
        place += 1
        if byte == 0x0D {
            // Line ends are one character. Source: XML 1.0, 2.11.
            if place < text.count, text[place] == 0x0A { place += 1 }
            words.append(0x0A)
        } else if byte == UInt8(ascii: "&") {
            words += try Array(String(entity(named: String(decoding: upTo(";"), as: UTF8.self))).utf8)
        } else {
            words.append(byte)
        }
    }

    private func entity(named name: String) throws(Failure) -> Character {
        switch name {
        case "amp": return "&"
        case "lt": return "<"
        case "gt": return ">"
        case "quot": return "\""
        case "apos": return "'"
        default:
            let digits = name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
            guard name.hasPrefix("#"), let scalar = digits.flatMap(Unicode.Scalar.init) else { throw Failure() }
            return Character(scalar)
        }
    }

    private mutating func name() throws(Failure) -> String {
        let start = place
        while place < text.count, Self.isNamePart(text[place]) { place += 1 }
        guard place > start else { throw Failure() }
        return String(decoding: text[start..<place], as: UTF8.self)
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF, UInt8(ascii: "_"), UInt8(ascii: "-"),
            UInt8(ascii: "."):
            true
        default: false
        }
    }

    private static func local(_ name: String) -> String {
        name.split(separator: ":").last.map { String($0) } ?? name
    }

    private mutating func skipMisc() throws(Failure) {
        while true {
            skipSpace()
            if take("<?") { _ = try upTo("?>") } else if take("<!--") { _ = try upTo("-->") } else { return }
        }
    }

    private mutating func skipSpace() {
        while place < text.count, [0x20, 0x09, 0x0A, 0x0D].contains(text[place]) { place += 1 }
    }

    private mutating func take(_ word: StaticString) -> Bool {
        let isNext = word.withUTF8Buffer { text[place...].starts(with: $0) }
        if isNext { place += word.utf8CodeUnitCount }
        return isNext
    }

    /// What stands before a mark; goes on behind it.
    private mutating func upTo(_ mark: StaticString) throws(Failure) -> ArraySlice<UInt8> {
        let start = place
        while place < text.count {
            let end = place
            if take(mark) { return text[start..<end] }
            place += 1
        }
        throw Failure()
    }
}
