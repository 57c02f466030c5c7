import JSONTree

extension Evaluator {
    /// `$string $substring $substringBefore $substringAfter $lowercase $uppercase $length $trim $pad`
    func text(_ builtin: Builtin, _ arguments: Arguments) throws(JSONataError) -> Value {
        if builtin == .string {
            if arguments[0].isUndefined { return .undefined }
            let isPretty = if case .bool(true) = arguments[1] { true } else { false }
            return .text(try string(arguments[0], isPretty: isPretty))
        }
        guard let text = arguments.text(0) else { return .undefined }
        try spend(text.utf8.count >> 4)
        switch builtin {
        case .substring: return .text(substring(text, arguments.number(1) ?? 0, arguments.number(2)))
        case .substringBefore:
            guard let range = text.codeUnitRange(of: arguments.text(1) ?? "undefined") else { return .text(text) }
            return .text(String(text.utf8[..<range.lowerBound]) ?? "")
        case .substringAfter:
            guard let range = text.codeUnitRange(of: arguments.text(1) ?? "undefined") else { return .text(text) }
            return .text(String(text.utf8[range.upperBound...]) ?? "")
        case .lowercase: return .text(mapped(text, \.lowercaseMapping))
        case .uppercase: return .text(mapped(text, \.uppercaseMapping))
        case .length: return .number(Double(text.unicodeScalars.count))
        case .trim: return .text(trimmed(text))
        default: return .text(try padded(text, arguments.number(1) ?? 0, arguments.text(2)))
        }
    }

    private func substring(_ text: String, _ start: Double, _ length: Double?) -> String {
        let scalars = text.unicodeScalars
        let count = Double(scalars.count)
        let start = count + start < 0 ? 0 : start
        let first = start.rounded(.towardZero)
        var last = count
        if let length {
            if length <= 0 { return "" }
            last = (start >= 0 ? start + length : count + start + length).rounded(.towardZero)
        }
        let lower = first < 0 ? max(0, count + first) : min(first, count)
        let upper = last < 0 ? max(0, count + last) : min(last, count)
        guard lower < upper else { return "" }
        let from = scalars.index(scalars.startIndex, offsetBy: Int(lower))
        return String(scalars[from..<scalars.index(from, offsetBy: Int(upper) - Int(lower))])
    }

    private func mapped(_ text: String, _ mapping: KeyPath<Unicode.Scalar.Properties, String>) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars { result += scalar.properties[keyPath: mapping] }
        return result
    }

    /// Runs of space become one blank, and none at the ends.
    private func trimmed(_ text: String) -> String {
        text.unicodeScalars.split { [" ", "\t", "\n", "\r"].contains($0) }.map { String($0) }.joined(separator: " ")
    }

    private func padded(_ text: String, _ width: Double, _ padding: String?) throws(JSONataError) -> String {
        let count = text.unicodeScalars.count
        let missing = width.magnitude - Double(count)
        guard missing > 0 else { return text }
        let needed = Int(min(missing.rounded(.up), 0x1p40))
        try allocate(characters: needed + count)
        let unit = padding.flatMap { $0.isEmpty ? nil : Array($0.unicodeScalars) } ?? [" "]
        var filling = String.UnicodeScalarView()
        for position in 0..<Int(missing.rounded(.towardZero)) { filling.append(unit[position % unit.count]) }
        return width > 0 ? text + String(filling) : String(filling) + text
    }
}

extension String {
    /// Where a text first occurs, code unit by code unit, from a place on.
    func codeUnitRange(of other: String, from start: String.Index? = nil) -> Range<String.Index>? {
        var position = start ?? startIndex
        let wanted = Array(other.utf8)
        guard let first = wanted.first else { return position..<position }
        while let candidate = utf8[position...].firstIndex(of: first) {
            if utf8[candidate...].starts(with: wanted) {
                return candidate..<utf8.index(candidate, offsetBy: wanted.count)
            }
            position = utf8.index(after: candidate)
        }
        return nil
    }
}
