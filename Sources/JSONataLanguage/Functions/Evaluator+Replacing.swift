import JSONTree

extension Evaluator {
    /// `$replace`
    func replace(_ text: String, _ arguments: Arguments) throws(JSONataError) -> Value {
        if let pattern = arguments.text(1), pattern.isEmpty {
            throw JSONataError("D3010", value: .string(""), details: .init(index: 2))
        }
        let limit = arguments.number(3) ?? .infinity
        guard limit >= 0 else { throw JSONataError("D3011", value: Self.json(limit), details: .init(index: 4)) }
        if let pattern = arguments.text(1) {
            return .text(try replace(text, pattern, arguments.text(2) ?? "undefined", limit))
        }
        guard let function = arguments.function(1) else { return .undefined }
        let units = UTF16Text.units(text)
        var cursor = MatchCursor(function, units, arguments[0], limit: limit)
        var result = ""
        var position = 0
        while let match = try cursor.next(self) {
            result += units.text(position, match.start)
            result += try replacement(for: match, arguments)
            guard result.utf8.count * 2 <= limits.valueBytes else { throw .tooLarge }
            position = match.start + UTF16Text.count(match.text)
        }
        result += units.text(position, max(position, units.count))
        try allocate(characters: result.utf8.count)
        return .text(LoneSurrogate.joined(result))
    }

    private func replace(_ text: String, _ pattern: String, _ replacement: String, _ limit: Double)
        throws(JSONataError) -> String
    {
        var result = ""
        var start = text.startIndex
        var count = 0.0
        while count < limit, let range = text.codeUnitRange(of: pattern, from: start) {
            try spend(1)
            result += String(text.utf8[start..<range.lowerBound]) ?? ""
            result += replacement
            guard result.utf8.count * 2 <= limits.valueBytes else { throw .tooLarge }
            start = range.upperBound
            count += 1
        }
        result += String(text.utf8[start...]) ?? ""
        try allocate(characters: result.utf8.count)
        return result
    }

    private func replacement(for match: Match, _ arguments: Arguments) throws(JSONataError) -> String {
        if let template = arguments.text(2) { return filled(template, match) }
        guard let function = arguments.function(2) else { throw JSONataError("D3012") }
        let value = try call(function, [value(of: match)], context: .null)
        guard case .text(let text) = value else { throw JSONataError("D3012", value: json(value)) }
        return text
    }

    /// A replacement with `$$`, `$0` and `$1` filled in. `$12` is group 12 where there are so many, else group 1 and
    /// a `2`.
    private func filled(_ template: String, _ match: Match) -> String {
        guard template.utf8.contains(UInt8(ascii: "$")) else { return template }
        let scalars = Array(template.unicodeScalars)
        let digitsMax = String(max(1, match.groups.count)).utf8.count
        var result = String.UnicodeScalarView()
        var position = 0
        while position < scalars.count {
            let scalar = scalars[position]
            position += 1
            guard scalar == "$" else {
                result.append(scalar)
                continue
            }
            let next = position < scalars.count ? scalars[position] : " "
            if next == "$" {
                result.append("$")
                position += 1
            } else if next == "0" {
                result.append(contentsOf: match.text.unicodeScalars)
                position += 1
            } else if let (group, count) = Self.group(scalars[position...], digitsMax, match.groups.count) {
                if group <= match.groups.count, let text = match.groups[group - 1] {
                    result.append(contentsOf: text.unicodeScalars)
                }
                position += count
            } else {
                result.append("$")
            }
        }
        return String(result)
    }

    /// The group that digits name, and how many digits do.
    private static func group(_ scalars: ArraySlice<Unicode.Scalar>, _ digitsMax: Int, _ groupCount: Int) -> (Int, Int)?
    {
        let digits = scalars.prefix(digitsMax).prefix { ("0"..."9").contains($0) }.map { Int($0.value) - 0x30 }
        guard !digits.isEmpty else { return nil }
        let number = digits.reduce(0) { $0 * 10 + $1 }
        guard digits.count > 1, number > groupCount else { return (number, digits.count) }
        let shorter = digits.dropLast().reduce(0) { $0 * 10 + $1 }
        return (shorter, digits.count - 1)
    }
}
