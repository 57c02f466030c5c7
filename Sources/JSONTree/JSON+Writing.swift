extension JSON {
    /// Appends the compact form: no spaces, `/` not escaped, characters beyond ASCII as they are.
    package func write(into output: inout [UInt8]) {
        switch self {
        case .null: JSONText.appendRaw("null", into: &output)
        case .bool(true): JSONText.appendRaw("true", into: &output)
        case .bool(false): JSONText.appendRaw("false", into: &output)
        case .integer(let value): JSONText.appendInteger(value, into: &output)
        case .double(let value): JSONText.appendDouble(value, into: &output)
        case .decimal(let text): output.append(contentsOf: text.utf8)
        case .string(let text): JSONText.appendString(text, into: &output)
        case .array(let elements):
            output.append(0x5B)
            for position in elements.indices {
                if position > 0 { output.append(0x2C) }
                elements[position].write(into: &output)
            }
            output.append(0x5D)
        case .object(let object):
            output.append(0x7B)
            for position in object.pairs.indices {
                if position > 0 { output.append(0x2C) }
                JSONText.appendKey(object.pairs[position].key, into: &output)
                object.pairs[position].value.write(into: &output)
            }
            output.append(0x7D)
        }
    }

    /// The compact form.
    package var bytes: [UInt8] {
        var output: [UInt8] = []
        write(into: &output)
        return output
    }

    /// The compact form as a string.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The value over several lines, indented by two spaces; for people.
    package var prettyText: String {
        var output: [UInt8] = []
        writePretty(into: &output, depth: 0)
        return String(decoding: output, as: UTF8.self)
    }

    private func writePretty(into output: inout [UInt8], depth: Int) {
        func startLine(_ depth: Int) {
            output.append(0x0A)
            output.append(contentsOf: repeatElement(0x20, count: depth * 2))
        }
        switch self {
        case .array(let elements) where !elements.isEmpty:
            output.append(0x5B)
            for (position, element) in elements.enumerated() {
                if position > 0 { output.append(0x2C) }
                startLine(depth + 1)
                element.writePretty(into: &output, depth: depth + 1)
            }
            startLine(depth)
            output.append(0x5D)
        case .object(let object) where !object.isEmpty:
            output.append(0x7B)
            for (position, pair) in object.enumerated() {
                if position > 0 { output.append(0x2C) }
                startLine(depth + 1)
                JSONText.appendKey(pair.key, into: &output)
                output.append(0x20)
                pair.value.writePretty(into: &output, depth: depth + 1)
            }
            startLine(depth)
            output.append(0x7D)
        default: write(into: &output)
        }
    }
}
