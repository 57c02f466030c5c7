import JSONTree

/// The characters with a meaning in a number picture, which options may exchange. Texts are UTF-16 units.
///
/// Source: XPath and XQuery Functions and Operators 3.1, 4.7.1 "Defining a decimal format".
struct NumberSymbols: Sendable {
    /// `.` between whole and fraction.
    let decimal: [UInt16]
    /// `,` between groups of digits.
    let grouping: [UInt16]
    /// `e` before an exponent.
    let exponent: [UInt16]
    /// `-` before negative numbers.
    let minus: [UInt16]
    /// `%`.
    let percent: [UInt16]
    /// `‰`.
    let perMille: [UInt16]
    /// `#`, a digit that may be left away.
    let digit: [UInt16]
    /// `;` between the pictures of positive and negative numbers.
    let pattern: [UInt16]
    /// `0`, the first of the ten digits.
    let zero: UInt16

    /// The usual characters, with those that options name instead. Options that are not texts are ignored.
    init(options: JSON?) {
        func symbol(_ name: String, _ usual: String) -> [UInt16] {
            let text = options?[name]?.stringValue ?? usual
            return Array(text.utf16)
        }
        decimal = symbol("decimal-separator", ".")
        grouping = symbol("grouping-separator", ",")
        exponent = symbol("exponent-separator", "e")
        minus = symbol("minus-sign", "-")
        percent = symbol("percent", "%")
        perMille = symbol("per-mille", "\u{2030}")
        digit = symbol("digit", "#")
        pattern = symbol("pattern-separator", ";")
        zero = symbol("zero-digit", "0").first ?? 0x30
    }

    /// Whether a unit is one of the ten digits.
    func isDigit(_ unit: UInt16) -> Bool { unit >= zero && unit - zero < 10 }

    /// Whether a unit stands for a digit: one of the ten, or one that may be left away.
    func isPlace(_ unit: UInt16) -> Bool { isDigit(unit) || digit == [unit] }

    /// Whether a unit has a meaning between prefix and suffix.
    func isActive(_ unit: UInt16) -> Bool {
        isPlace(unit) || [decimal, exponent, grouping, pattern].contains([unit])
    }

    /// ASCII digits written with the digits of this family; other characters stay.
    func digits(_ text: String) -> [UInt16] {
        text.utf16.map { (0x30...0x39).contains($0) ? zero &+ ($0 - 0x30) : $0 }
    }
}
