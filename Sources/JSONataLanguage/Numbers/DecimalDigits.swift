/// A number's decimal digits: `0.d₁d₂…dₙ × 10^point`, without its sign. Zero has no digits.
struct DecimalDigits: Sendable, Equatable {
    /// Digits from 0 to 9; the first is not 0.
    private(set) var digits: [UInt8]
    /// How many of them stand before the decimal point; below zero for zeros after the point.
    private(set) var point: Int

    /// The fewest digits that read back as the same number, as JavaScript writes it.
    init(shortest value: Double) {
        digits = []
        point = 0
        var fraction: Int?
        let parts = value.magnitude.description.split(separator: "e")
        for byte in (parts.first ?? "").utf8 {
            if byte == UInt8(ascii: ".") {
                fraction = 0
            } else {
                digits.append(byte & 0xF)
                if let places = fraction { fraction = places + 1 }
            }
        }
        point = digits.count - (fraction ?? 0) + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
        trim()
    }

    /// All digits of a finite number, which a binary fraction always has an end of.
    init(exact value: Double) {
        var significand = value.magnitude.significandBitPattern
        var exponent = Int(value.exponentBitPattern)
        if exponent > 0 { significand |= 1 << UInt64(Double.significandBitCount) } else { exponent = 1 }
        exponent -= 1_075
        if significand != 0 {
            let zeros = significand.trailingZeroBitCount
            significand >>= UInt64(zeros)
            exponent += zeros
        }
        var limbs = DecimalLimbs(significand)
        limbs.multiply(by: exponent < 0 ? 5 : 2, times: exponent.magnitude)
        digits = limbs.digits
        point = digits.count + min(exponent, 0)
        trim()
    }

    private mutating func trim() {
        let zeros = digits.prefix { $0 == 0 }.count
        digits.removeFirst(zeros)
        point -= zeros
        while digits.last == 0 { digits.removeLast() }
        if digits.isEmpty { point = 0 }
    }

    /// Keeps so many digits from the first on; what follows rounds to nearest, a half away from zero.
    mutating func round(toDigits count: Int) {
        guard count < digits.count else { return }
        guard count >= 0 else {
            digits = []
            return trim()
        }
        let isUp = digits[count] >= 5
        digits.removeSubrange(count...)
        if isUp { increment() }
        trim()
    }

    private mutating func increment() {
        while digits.last == 9 { digits.removeLast() }
        // What was dropped were nines, which are zeros now; the point stays where it is unless none is left.
        if let last = digits.popLast() {
            digits.append(last + 1)
        } else {
            digits = [1]
            point += 1
        }
    }

    /// The digits with exactly so many behind the point, which must not be fewer than there are.
    func text(places: Int) -> String {
        var text = point > 0 ? "" : "0"
        for place in 0..<max(point, 0) { text += digit(place) }
        if places > 0 { text += "." }
        for place in 0..<places { text += digit(point + place) }
        return text
    }

    private func digit(_ place: Int) -> String { String(digits.indices.contains(place) ? digits[place] : 0) }
}
