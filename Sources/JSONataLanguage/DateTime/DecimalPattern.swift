/// A picture of digits for whole numbers: `#,##0`, `001`, `###١`.
///
/// Source: XPath and XQuery Functions and Operators 3.1, 4.6.1 "fn:format-integer", as jsonata 2.0.6 follows it.
struct DecimalPattern: Sendable {
    /// A character between groups of digits.
    struct Separator: Sendable {
        /// How many digits are to its right.
        let places: Int
        /// The character.
        let text: [UInt16]
    }

    /// How many digits there must be.
    var mandatory = 0
    /// How many more the picture shows.
    private(set) var optional = 0
    /// The first of the ten digits.
    private(set) var zero: UInt16 = 0x30
    /// The separators, from the right.
    private(set) var separators: [Separator] = []
    /// The one that repeats after every group, with the group's size in `places`.
    private(set) var regular: Separator?

    /// Reads a picture; `nil` when it has no digit.
    init?(_ picture: String) throws(JSONataError) {
        var family: UInt16?
        for scalar in picture.unicodeScalars.reversed() {
            if let zero = DigitFamily.zero(of: scalar) {
                guard family == nil || family == zero else { throw JSONataError("D3131") }
                family = zero
                mandatory += 1
            } else if scalar == "#" {
                optional += 1
            } else {
                separators.append(Separator(places: mandatory + optional, text: Array(String(scalar).utf16)))
            }
        }
        guard let family else { return nil }
        zero = family
        if let first = separators.first, separators.allSatisfy({ $0.text == first.text }),
            let size = GroupSize.regular(separators.map(\.places))
        {
            regular = Separator(places: size, text: first.text)
        }
    }

    /// Writes a number that is not negative.
    func text(of value: Double) -> [UInt16] {
        let plain = Array(NumberText.text(value).utf16)
        var text = [UInt16](repeating: 0x30, count: max(0, mandatory - plain.count)) + plain
        text = text.map { $0 &+ (zero - 0x30) }
        if let regular {
            for place in stride(from: text.count - regular.places, to: 0, by: -regular.places) {
                text.insert(contentsOf: regular.text, at: place)
            }
            return text
        }
        for separator in separators.reversed() { separate(&text, by: separator) }
        return text
    }

    /// Puts a separator in. Where there are too few digits jsonata puts it first and keeps only so many as are missing.
    private func separate(_ text: inout [UInt16], by separator: Separator) {
        let place = text.count - separator.places
        if place >= 0 {
            text.insert(contentsOf: separator.text, at: place)
        } else {
            text = separator.text + text.suffix(-place)
        }
    }

    /// Reads a number in these digits; not a number when the text is none.
    func value(of text: [UInt16]) -> Double {
        let signs = regular == nil ? separators.map(\.text) : [[0x2C]]
        var digits = text
        for sign in signs { digits = digits.split(at: sign).flatMap { $0 } }
        if zero != 0x30 { digits = digits.map { $0 >= zero - 0x30 ? $0 - (zero - 0x30) : 0x2A } }
        return LeadingInteger.value(of: digits)
    }
}
