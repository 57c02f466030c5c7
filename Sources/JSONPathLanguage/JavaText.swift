import JSONTree

/// Values as AWS's implementation, which is written in Java, turns them into text. Observed in recorded results of `States.Format`.
enum JavaText {
    /// A value without quotes: `{Id=1, Names=[a, b]}`.
    static func text(of value: JSON) -> String {
        var text = ""
        append(value, to: &text)
        return text
    }

    /// The class a value has there, as its error messages name it.
    static func className(of value: JSON) -> String {
        switch value {
        case .null: "null"
        case .bool: "java.lang.Boolean"
        case .integer(let number): Int32(exactly: number) == nil ? "java.lang.Long" : "java.lang.Integer"
        case .double, .decimal: value.integerValue == nil ? "java.lang.Double" : "java.lang.Integer"
        case .string: "java.lang.String"
        case .array: "java.util.ArrayList"
        case .object: "java.util.LinkedHashMap"
        }
    }

    private static func append(_ value: JSON, to text: inout String) {
        switch value {
        case .string(let string): text += string
        case .array(let elements):
            text += "["
            for (position, element) in elements.enumerated() {
                if position > 0 { text += ", " }
                append(element, to: &text)
            }
            text += "]"
        case .object(let object):
            text += "{"
            for (position, pair) in object.enumerated() {
                if position > 0 { text += ", " }
                text += pair.key
                text += "="
                append(pair.value, to: &text)
            }
            text += "}"
        case .double, .decimal: text += number(value)
        default: text += value.text
        }
    }

    /// A number with a fraction or an exponent as Java writes a `double`: `1.5`, `100.0`, `1.0E10`. Other numbers stay as they are.
    private static func number(_ value: JSON) -> String {
        let written = value.text
        guard written.utf8.contains(where: { $0 == 0x2E || $0 | 0x20 == 0x65 }), let double = value.doubleValue,
            double.isFinite
        else {
            return written
        }
        let shortest = DecimalNumber(double.description)
        var digits = shortest.digits.isEmpty ? [0x30] : shortest.digits
        // The place of the point, counted from the first digit.
        let point = shortest.digits.isEmpty ? 1 : shortest.digits.count + shortest.exponent
        let isPlain = double == 0 || (1e-3..<1e7).contains(double.magnitude)
        let shift = isPlain ? point : 1
        if shift <= 0 { digits.insert(contentsOf: repeatElement(0x30, count: 1 - shift), at: 0) }
        let whole = max(shift, 1)
        if digits.count <= whole { digits += repeatElement(0x30, count: whole + 1 - digits.count) }
        let text =
            String(decoding: digits[..<whole], as: UTF8.self) + "." + String(decoding: digits[whole...], as: UTF8.self)
        return (double.sign == .minus ? "-" : "") + text + (isPlain ? "" : "E\(point - 1)")
    }
}
