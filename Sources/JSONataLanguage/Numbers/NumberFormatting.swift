/// Writes numbers by one picture.
struct NumberFormatting {
    private let picture: NumberSubpicture
    private let symbols: NumberSymbols
    private var wholeDigits: Int
    private var fractionDigits: Int
    private var fractionPlaces: Int

    /// Works out how many digits there have to be.
    init(_ picture: NumberSubpicture, _ symbols: NumberSymbols) {
        self.picture = picture
        self.symbols = symbols
        wholeDigits = picture.wholeDigits
        fractionDigits = picture.fractionDigits
        fractionPlaces = picture.fractionPlaces
        let hasExponent = picture.exponent != nil
        if wholeDigits == 0, fractionPlaces == 0 {
            if hasExponent { (fractionDigits, fractionPlaces) = (1, 1) } else { wholeDigits = 1 }
        }
        if hasExponent, wholeDigits == 0, picture.hasOptionalWholeDigit { wholeDigits = 1 }
        if wholeDigits == 0, fractionDigits == 0 { fractionDigits = 1 }
    }

    /// The number's magnitude between prefix and suffix.
    func text(of value: Double) -> [UInt16] {
        var mantissa = value.magnitude
        if picture.contains(symbols.percent) {
            mantissa *= 100
        } else if picture.contains(symbols.perMille) {
            mantissa *= 1_000
        }
        var exponent: Int?
        if picture.exponentDigits > 0 { exponent = scale(&mantissa) }
        let rounded = Arithmetic.round(mantissa, digits: fractionPlaces)
        var text = grouped(padded(NumberText.fixed(rounded, places: fractionPlaces)))
        if let exponent {
            let digits = symbols.digits(String(exponent.magnitude))
            text += symbols.exponent + (exponent < 0 ? symbols.minus : [])
            text += zeros(picture.exponentDigits - digits.count) + digits
        }
        return picture.prefix + text + picture.suffix
    }

    /// Brings a mantissa to as many whole digits as the picture has, and tells by which power of ten.
    private func scale(_ mantissa: inout Double) -> Int {
        guard mantissa > 0 else { return 0 }
        let most = Arithmetic.powerOfTen(picture.wholeDigits)
        let least = Arithmetic.powerOfTen(picture.wholeDigits - 1)
        var exponent = 0
        while mantissa < least {
            mantissa *= 10
            exponent -= 1
        }
        while mantissa > most {
            mantissa /= 10
            exponent += 1
        }
        return exponent
    }

    private func zeros(_ count: Int) -> [UInt16] { [UInt16](repeating: symbols.zero, count: max(count, 0)) }

    /// Whole and fraction with as many zeros as the picture demands, in its digits.
    private func padded(_ text: String) -> (whole: [UInt16], fraction: [UInt16]) {
        let parts = Array(text.utf16).split(at: [0x2E])
        let whole = parts[0].drop { $0 == 0x30 }
        var fraction = parts.count > 1 ? parts[1] : []
        while fraction.last == 0x30 { fraction.removeLast() }
        let digits = { (units: [UInt16]) in symbols.digits(String(decoding: units, as: UTF16.self)) }
        return (
            zeros(wholeDigits - whole.count) + digits(Array(whole)),
            digits(fraction) + zeros(fractionDigits - fraction.count)
        )
    }

    private func grouped(_ number: (whole: [UInt16], fraction: [UInt16])) -> [UInt16] {
        var text = number.whole + symbols.decimal + number.fraction
        var point = number.whole.count
        let groups = picture.wholeGroups
        if let size = GroupSize.regular(groups) {
            for place in stride(from: point - size, to: 0, by: -size) {
                text.put(symbols.grouping, at: place)
                point += symbols.grouping.count
            }
        } else {
            for places in groups {
                text.put(symbols.grouping, at: point - places)
                point += 1
            }
        }
        // Separators inside the whole may look like the point; jsonata searches for it again, and so does this.
        point = text.firstPlace(of: symbols.decimal) ?? -1
        for places in picture.fractionGroups {
            text.put(symbols.grouping, at: places + point + 1)
        }
        point = text.firstPlace(of: symbols.decimal) ?? -1
        if !picture.contains(symbols.decimal) || point == text.count - 1 { text.removeLast() }
        return text
    }
}
