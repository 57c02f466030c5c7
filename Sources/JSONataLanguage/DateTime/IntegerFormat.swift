import JSONTree

/// A picture for whole numbers, read: `w;o`, `#,##0`, `I`.
struct IntegerFormat: Sendable {
    /// How a number is written.
    enum Style: Sendable {
        /// Letters that count like a spreadsheet's columns.
        case letters(LetterCase)
        /// Roman numerals.
        case roman(LetterCase)
        /// English words.
        case words(LetterCase)
        /// Digits.
        case decimal(DecimalPattern)
        /// A sequence of signs nobody has defined.
        case sequence(String)
    }

    /// How a number is written.
    var style: Style
    /// Whether as in "first".
    let isOrdinal: Bool

    /// Reads a picture: a format, and after the last semicolon a modifier that begins with `o` for ordinals.
    init(_ picture: String) throws(JSONataError) {
        guard let semicolon = picture.unicodeScalars.lastIndex(of: ";") else {
            try self.init(format: picture, isOrdinal: false)
            return
        }
        let modifier = picture.unicodeScalars[semicolon...].dropFirst()
        try self.init(
            format: String(picture.unicodeScalars[..<semicolon]), isOrdinal: modifier.first == "o")
    }

    /// Reads a format without modifier.
    init(format: String, isOrdinal: Bool) throws(JSONataError) {
        self.isOrdinal = isOrdinal
        switch format {
        case "A": style = .letters(.upper)
        case "a": style = .letters(.lower)
        case "I": style = .roman(.upper)
        case "i": style = .roman(.lower)
        case "W": style = .words(.upper)
        case "Ww": style = .words(.title)
        case "w": style = .words(.lower)
        default:
            if let pattern = try DecimalPattern(format) {
                style = .decimal(pattern)
            } else {
                style = .sequence(format)
            }
        }
    }

    /// The digits, if numbers are written in digits.
    var decimal: DecimalPattern? { if case .decimal(let pattern) = style { pattern } else { nil } }

    /// Writes a whole number.
    func text(of value: Double) throws(JSONataError) -> [UInt16] {
        let sign: [UInt16] = value < 0 ? [0x2D] : []
        switch style {
        case .letters(let letterCase): return sign + letterCase.apply(to: NumeralLetters.letters(value.magnitude)).utf16
        case .roman(let letterCase):
            guard value.magnitude <= PictureLimits.romanMax else {
                throw JSONataError("D3130", value: "I", message: "The number is too large for Roman numerals")
            }
            return sign + letterCase.apply(to: NumeralLetters.roman(value.magnitude)).utf16
        case .words(let letterCase):
            return sign + letterCase.apply(to: NumberWords.text(of: value.magnitude, isOrdinal: isOrdinal)).utf16
        case .decimal(let pattern):
            let digits = pattern.text(of: value.magnitude)
            return sign + digits + (isOrdinal ? suffix(of: digits) : [])
        case .sequence(let format): throw JSONataError("D3130", value: .string(format))
        }
    }

    /// What makes digits an ordinal: `st`, `nd`, `rd` or `th`.
    private func suffix(of digits: [UInt16]) -> [UInt16] {
        let isTeen = digits.dropLast().last == 0x31
        switch digits.last {
        case 0x31 where !isTeen: return Array("st".utf16)
        case 0x32 where !isTeen: return Array("nd".utf16)
        case 0x33 where !isTeen: return Array("rd".utf16)
        default: return Array("th".utf16)
        }
    }

    /// Reads a number. Nothing is checked: what cannot be read gives not a number or a strange one, as in jsonata.
    func value(of text: [UInt16]) throws(JSONataError) -> Double {
        switch style {
        case .letters(let letterCase):
            return NumeralLetters.value(ofLetters: text, first: letterCase == .upper ? 0x41 : 0x61)
        case .roman(let letterCase):
            return NumeralLetters.value(ofRoman: letterCase == .upper ? text : mapped(text, .upper))
        case .words: return NumberWords.value(of: mapped(text, .lower))
        case .decimal(let pattern): return pattern.value(of: isOrdinal ? Array(text.dropLast(2)) : text)
        case .sequence(let format): throw JSONataError("D3130", value: .string(format))
        }
    }

    private func mapped(_ text: [UInt16], _ letterCase: LetterCase) -> [UInt16] {
        Array(letterCase.apply(to: String(decoding: text, as: UTF16.self)).utf16)
    }
}
