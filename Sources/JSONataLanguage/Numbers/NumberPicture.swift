import JSONTree

/// `$formatNumber` and `$formatBase`.
///
/// Source: XPath and XQuery Functions and Operators 3.1, 4.7.5 "Formatting the number", as jsonata 2.0.6 follows it.
enum NumberPicture {
    /// The number as a picture such as `#,##0.00` shows it. Options exchange the characters of pictures.
    ///
    /// Where jsonata never ends, for zero and negative numbers with an exponent, later versions of it are followed.
    static func format(_ value: Double, picture: String, options: JSON?) throws(JSONataError) -> String {
        let symbols = NumberSymbols(options: options)
        var subpictures: [NumberSubpicture] = []
        let parts = Array(picture.utf16).split(at: symbols.pattern)
        guard parts.count <= 2 else { throw JSONataError("D3080") }
        for part in parts { subpictures.append(try NumberSubpicture(part, symbols)) }
        let chosen = value >= 0 ? subpictures[0] : subpictures[subpictures.count - 1]
        let formatting = NumberFormatting(chosen, symbols)
        let sign = value < 0 && subpictures.count == 1 ? symbols.minus : []
        return String(decoding: sign + formatting.text(of: value), as: UTF16.self)
    }

    /// The number, rounded to a whole one, in the digits of a base from 2 to 36, which is rounded as well.
    static func base(_ value: Double, radix: Double) throws(JSONataError) -> String {
        let whole = Arithmetic.round(value)
        let base = Arithmetic.round(radix)
        guard base >= 2, base <= 36 else { throw JSONataError("D3100", value: .double(base)) }
        if base == 10 || !whole.isFinite { return NumberText.text(whole) }
        var rest = whole.magnitude
        var digits: [UInt8] = []
        // Beyond 53 bits there are no digits to tell: V8 writes zeros.
        while rest / base >= 0x1p53 {
            digits.append(UInt8(ascii: "0"))
            rest /= base
        }
        repeat {
            let digit = rest.truncatingRemainder(dividingBy: base)
            digits.append(UInt8(digit) + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10))
            rest = (rest - digit) / base
        } while rest > 0
        return (whole < 0 ? "-" : "") + String(decoding: digits.reversed(), as: UTF8.self)
    }
}
