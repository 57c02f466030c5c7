import JSONTree

/// A variable marker of a date-time picture, read: `[Y0001,2-4]` without its brackets.
///
/// Source: XPath and XQuery Functions and Operators 3.1, 9.8.4, as jsonata 2.0.6 follows it.
struct DateTimeMarker: Sendable {
    /// What it shows.
    let component: DateTimeComponent
    /// How names are written, if names are to be shown.
    private(set) var names: LetterCase?
    /// How numbers are written, if it shows a number or an offset.
    private(set) var integer: IntegerFormat?
    /// How many characters a name may have.
    private(set) var widthMax: Int?
    /// How many digits of a year, month or day are read, if not any number; and how many of a year's last are shown.
    private(set) var digitCount: Int?
    /// Whether UTC is written `Z`.
    private(set) var isTraditional = false

    /// Reads a marker from which blanks were removed.
    init(_ marker: [UInt16]) throws(JSONataError) {
        let letter = String(decoding: marker.prefix(1), as: UTF16.self)
        guard let first = letter.first, let component = DateTimeComponent(rawValue: first) else {
            throw JSONataError("D3132", value: .string(letter))
        }
        self.component = component
        var format = marker[1...]
        var widthMin: Int?
        if let comma = format.lastIndex(of: 0x2C) {
            let widths = Array(format[(comma + 1)...])
            let dash = widths.firstIndex(of: 0x2D)
            widthMin = Self.width(widths[..<(dash ?? widths.count)])
            widthMax = dash.flatMap { Self.width(widths[($0 + 1)...]) }
            format = format[..<comma]
        }
        try readFormat(String(decoding: format, as: UTF16.self), widthMin: widthMin)
    }

    /// A width; `nil` for `*` and what is no number.
    private static func width(_ text: ArraySlice<UInt16>) -> Int? {
        let value = LeadingInteger.value(of: Array(text))
        return value.isNaN ? nil : Int(min(max(value, 0), Double(PictureLimits.widthMax)))
    }

    private mutating func readFormat(_ text: String, widthMin: Int?) throws(JSONataError) {
        var format = text.isEmpty ? component.usualFormat : text
        var isOrdinal = false
        if text.utf16.count > 1, let modifier = text.unicodeScalars.last, "atco".unicodeScalars.contains(modifier) {
            isOrdinal = modifier == "o"
            isTraditional = modifier == "t"
            format = String(text.unicodeScalars.dropLast())
        }
        switch format.unicodeScalars.first {
        case "n": names = .lower
        case "N": names = format.unicodeScalars.dropFirst().first == "n" ? .title : .upper
        default: if component.isNumber { try readInteger(format, isOrdinal: isOrdinal, widthMin: widthMin) }
        }
        // An offset's modifiers say nothing about its number.
        if component.isZone { integer = try IntegerFormat(format) }
    }

    private mutating func readInteger(_ format: String, isOrdinal: Bool, widthMin: Int?) throws(JSONataError) {
        // A modifier makes what stands before it the format; without one the format may have a semicolon itself.
        var read = isOrdinal ? try IntegerFormat(format: format, isOrdinal: true) : try IntegerFormat(format)
        let isDate = [.year, .month, .day].contains(component)
        if isDate { digitCount = widthMax }
        if var digits = read.decimal {
            if let widthMin { digits.mandatory = max(digits.mandatory, widthMin) }
            if let digitCount {
                digits.mandatory = digitCount
            } else if isDate, digits.mandatory + digits.optional >= 2 {
                digitCount = digits.mandatory + digits.optional
            }
            read.style = .decimal(digits)
        }
        integer = read
    }
}
