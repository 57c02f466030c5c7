import JSONTree
import JSONataLanguage

/// A text of a definition that is an expression as a whole: `{% $states.input.id %}`.
package struct JSONataText: Sendable {
    /// What stands between the marks, without the space around it: how messages quote it.
    package let text: String
    /// The compiled form.
    package let expression: JSONataExpression

    /// Compiles what stands between the marks.
    init(_ text: String) throws(JSONataError) {
        self.text = text
        expression = try JSONataExpression(compiling: text)
    }

    /// What it reads of an input of its own, which no expression of a state has: `$`, `$$`, and names of fields.
    var topLevelNames: [String] {
        let facts = expression.facts
        let units = Array(text.utf16)
        let fields = facts.fieldUses.map { end in
            let start = units[..<min(end, units.count)].lastIndex { !Self.isNamePart($0) }.map { $0 + 1 } ?? 0
            return String(decoding: units[start..<min(end, units.count)], as: UTF16.self)
        }
        return (facts.inputUses.isEmpty ? [] : ["$"]) + (facts.rootUses.isEmpty ? [] : ["$$"]) + fields
    }

    private static func isNamePart(_ unit: UInt16) -> Bool {
        unit > 0x7F || unit == 0x5F || (0x30...0x39).contains(unit) || (0x61...0x7A).contains(unit | 0x20)
    }

    /// How a text relates to the marks of expressions.
    enum Marks: Equatable {
        /// It has neither: a literal.
        case none
        /// It has both: an expression.
        case both(inner: String)
        /// It has one of them only.
        case one
    }

    /// Looks for the marks. Source: developer guide, "Transforming data with JSONata": nothing may stand before or after them.
    static func marks(of text: String) -> Marks {
        let bytes = text.utf8
        let (opens, closes) = (
            bytes.starts(with: "{%".utf8), bytes.count >= 2 && bytes.suffix(2).elementsEqual("%}".utf8)
        )
        guard opens || closes else { return .none }
        guard opens, closes, bytes.count >= 4 else { return .one }
        var inner = bytes.dropFirst(2).dropLast(2)
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
        while let first = inner.first, isBlank(first) { inner = inner.dropFirst() }
        while let last = inner.last, isBlank(last) { inner = inner.dropLast() }
        return .both(inner: String(decoding: inner, as: UTF8.self))
    }
}
