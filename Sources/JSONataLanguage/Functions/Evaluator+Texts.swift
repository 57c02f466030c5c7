import JSONTree

extension Evaluator {
    /// A value as text: strings as they are, all else as JSON with numbers of 15 digits.
    ///
    /// Source: docs.jsonata.org, `$string`.
    func string(_ value: Value, isPretty: Bool = false) throws(JSONataError) -> String {
        switch value {
        case .text(let text): return text
        case .function, .undefined: return ""
        case .number(let number):
            guard number.isFinite else { throw JSONataError("D3001", value: .double(number)) }
            return NumberText.jsonataText(number)
        default:
            var output: [UInt8] = []
            try write(Self.unwrapped(value), into: &output, indent: isPretty ? 0 : nil)
            try allocate(characters: output.count)
            return String(decoding: output, as: UTF8.self)
        }
    }

    private func write(_ value: Value, into output: inout [UInt8], indent: Int?) throws(JSONataError) {
        switch value {
        case .undefined, .null: output += "null".utf8
        case .bool(let value): output += (value ? "true" : "false").utf8
        case .number(let number):
            output += (number.isNaN ? "null" : NumberText.jsonataText(try finite(number))).utf8
        case .text(let text): JSONText.appendString(text, into: &output)
        case .function: output += "\"\"".utf8
        case .list, .tuples:
            let items = value.asItems
            try container(UInt8(ascii: "["), UInt8(ascii: "]"), items.count, &output, indent) {
                position, output, indent throws(JSONataError) in
                try self.write(items[position], into: &output, indent: indent)
            }
        case .record(let record):
            try container(UInt8(ascii: "{"), UInt8(ascii: "}"), record.count, &output, indent) {
                position, output, indent throws(JSONataError) in
                JSONText.appendKey(record.key(at: position), into: &output)
                if indent != nil { output.append(UInt8(ascii: " ")) }
                try self.write(record.value(at: position), into: &output, indent: indent)
            }
        }
    }

    private func container(
        _ open: UInt8, _ close: UInt8, _ count: Int, _ output: inout [UInt8], _ indent: Int?,
        _ writePart: (Int, inout [UInt8], Int?) throws(JSONataError) -> Void
    ) throws(JSONataError) {
        try spend(count)
        guard output.count <= limits.valueBytes else { throw .tooLarge }
        output.append(open)
        let inner = indent.map { $0 + 2 }
        for position in 0..<count {
            if position > 0 { output.append(UInt8(ascii: ",")) }
            startLine(inner, &output)
            if stack.isLow {
                var part: [UInt8] = []
                try stack.continued { () throws(JSONataError) in try writePart(position, &part, inner) }
                output += part
            } else {
                try writePart(position, &output, inner)
            }
        }
        if count > 0 { startLine(indent, &output) }
        output.append(close)
    }

    private func startLine(_ indent: Int?, _ output: inout [UInt8]) {
        guard let indent else { return }
        output.append(UInt8(ascii: "\n"))
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
    }
}
