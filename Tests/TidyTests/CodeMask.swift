/// Swift text in which comments and the contents of strings are blanks, so that what is left is code. Line ends stay where they are.
struct CodeMask {
    private let text: [UInt8]
    private var masked: [UInt8] = []
    private var place = 0

    /// The code of a text. Interpolated expressions are code.
    static func code(of text: String) -> String {
        var mask = CodeMask(text)
        mask.readCode(untilParenthesis: false)
        return String(decoding: mask.masked, as: UTF8.self)
    }

    private init(_ text: String) {
        self.text = Array(text.utf8)
        masked.reserveCapacity(self.text.count)
    }

    /// Keeps code up to the end, or up to the parenthesis that closes an interpolation.
    private mutating func readCode(untilParenthesis: Bool) {
        var depth = 0
        while place < text.count {
            switch text[place] {
            case UInt8(ascii: "/") where follows("//"): blank(while: { $0 != UInt8(ascii: "\n") })
            case UInt8(ascii: "/") where follows("/*"): readBlockComment()
            case UInt8(ascii: "\""): readString(pounds: 0)
            case UInt8(ascii: "#"):
                let pounds = count(of: "#")
                if place + pounds < text.count, text[place + pounds] == UInt8(ascii: "\"") {
                    readString(pounds: pounds)
                } else {
                    keep(pounds)
                }
            case UInt8(ascii: "("):
                depth += 1
                keep(1)
            case UInt8(ascii: ")"):
                if untilParenthesis, depth == 0 { return }
                depth -= 1
                keep(1)
            default: keep(1)
            }
        }
    }

    private mutating func readBlockComment() {
        var depth = 0
        repeat {
            if follows("/*") {
                depth += 1
                blank(2)
            } else if follows("*/") {
                depth -= 1
                blank(2)
            } else {
                blank(1)
            }
        } while depth > 0 && place < text.count
    }

    private mutating func readString(pounds: Int) {
        blank(pounds)
        let isLong = follows("\"\"\"")
        let marks = String(repeating: "#", count: pounds)
        let end = (isLong ? "\"\"\"" : "\"") + marks
        blank(isLong ? 3 : 1)
        while place < text.count {
            if follows(end) {
                blank(end.utf8.count)
                return
            }
            if follows("\\\(marks)(") {
                blank(2 + pounds)
                readCode(untilParenthesis: true)
                blank(1)
            } else if follows("\\\(marks)") {
                blank(2 + pounds)
            } else {
                blank(1)
            }
        }
    }

    private func follows(_ word: String) -> Bool { text[place...].starts(with: word.utf8) }

    private func count(of character: Character) -> Int { text[place...].prefix { $0 == character.asciiValue }.count }

    private mutating func keep(_ count: Int) {
        let end = min(place + count, text.count)
        masked += text[place..<end]
        place = end
    }

    private mutating func blank(_ count: Int) {
        let end = min(place + count, text.count)
        for byte in text[place..<end] { masked.append(byte == UInt8(ascii: "\n") ? byte : UInt8(ascii: " ")) }
        place = end
    }

    private mutating func blank(while condition: (UInt8) -> Bool) {
        blank(text[place...].prefix(while: condition).count)
    }
}
