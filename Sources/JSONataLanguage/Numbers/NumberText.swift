/// Numbers as texts and back, as JavaScript and jsonata write and read them.
enum NumberText {
    /// The number as JavaScript's `Number.prototype.toString` writes it: `1e+21`, `0.000001`, `-0` as `0`.
    static func text(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        let sign = value < 0 ? "-" : ""
        if value.isInfinite { return sign + "Infinity" }
        return sign + text(of: DecimalDigits(shortest: value))
    }

    /// The number as jsonata's `$string` writes it: rounded to 15 digits before.
    static func jsonataText(_ value: Double) -> String { text(rounded(value)) }

    /// The number with 15 significant digits, JavaScript's `Number(value.toPrecision(15))`.
    static func rounded(_ value: Double) -> Double {
        guard value.isFinite, value != 0 else { return value }
        // Fewer digits than that are kept as they are.
        guard DecimalDigits(shortest: value).digits.count > 15 else { return value }
        var digits = DecimalDigits(exact: value)
        digits.round(toDigits: 15)
        let text = "0." + digits.digits.map { String($0) }.joined() + "e\(digits.point)"
        let magnitude = Double(text) ?? value.magnitude
        return value < 0 ? -magnitude : magnitude
    }

    /// JavaScript's `Number.prototype.toFixed`, for any count of places; the sign is left away.
    static func fixed(_ value: Double, places: Int) -> String {
        guard value.magnitude < 1e21 else { return text(value.magnitude) }
        var digits = DecimalDigits(exact: value)
        digits.round(toDigits: digits.point + places)
        return digits.text(places: places)
    }

    private static func text(of number: DecimalDigits) -> String {
        let digits = number.digits.map { String($0) }
        let point = number.point
        guard let first = digits.first else { return "0" }
        switch point {
        case digits.count...21 where point > 0:
            return digits.joined() + String(repeating: "0", count: point - digits.count)
        case 1...21: return digits[..<point].joined() + "." + digits[point...].joined()
        case -5...0: return "0." + String(repeating: "0", count: -point) + digits.joined()
        default:
            let rest = digits.count > 1 ? "." + digits.dropFirst().joined() : ""
            return first + rest + "e" + (point > 0 ? "+" : "-") + String((point - 1).magnitude)
        }
    }
}
