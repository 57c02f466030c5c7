extension JSON {
    /// Appends the compact form: no spaces, `/` not escaped, characters beyond ASCII as they are.
    package func write(into output: inout [UInt8]) {
        var buffer = TextBuffer(capacity: 1_024)
        write(into: &buffer)
        output.append(contentsOf: buffer.bytes)
    }

    /// The compact form.
    package var bytes: [UInt8] {
        var output: [UInt8] = []
        write(into: &output)
        return output
    }

    /// The compact form as a string.
    package var text: String {
        var buffer = TextBuffer(capacity: 1_024)
        write(into: &buffer)
        return String(decoding: buffer.bytes, as: UTF8.self)
    }

    /// The value over several lines, indented by two spaces; for people.
    package var prettyText: String {
        var buffer = TextBuffer(capacity: 1_024)
        writePretty(into: &buffer, depth: 0)
        return String(decoding: buffer.bytes, as: UTF8.self)
    }

    private func write(into buffer: inout TextBuffer) {
        switch self {
        case .null: buffer.append("null")
        case .bool(true): buffer.append("true")
        case .bool(false): buffer.append("false")
        case .integer(let value): buffer.appendInteger(value)
        case .double(let value): buffer.appendDouble(value)
        case .decimal(let text):
            var text = text
            text.withUTF8 { buffer.append($0) }
        case .string(let text): buffer.appendQuoted(text)
        case .array(let elements):
            buffer.append(0x5B)
            elements.withUnsafeBufferPointer { elements in
                for position in elements.indices {
                    if position > 0 { buffer.append(0x2C) }
                    elements[position].write(into: &buffer)
                }
            }
            buffer.append(0x5D)
        case .object(let object):
            buffer.append(0x7B)
            object.members.withUnsafeBufferPointer { members in
                for position in members.indices {
                    if position > 0 { buffer.append(0x2C) }
                    buffer.appendQuoted(members[position].key)
                    buffer.append(0x3A)
                    members[position].value.write(into: &buffer)
                }
            }
            buffer.append(0x7D)
        }
    }

    private func writePretty(into buffer: inout TextBuffer, depth: Int) {
        switch self {
        case .array(let elements) where !elements.isEmpty:
            buffer.append(0x5B)
            for (position, element) in elements.enumerated() {
                if position > 0 { buffer.append(0x2C) }
                buffer.startLine(depth + 1)
                element.writePretty(into: &buffer, depth: depth + 1)
            }
            buffer.startLine(depth)
            buffer.append(0x5D)
        case .object(let object) where !object.isEmpty:
            buffer.append(0x7B)
            for (position, member) in object.members.enumerated() {
                if position > 0 { buffer.append(0x2C) }
                buffer.startLine(depth + 1)
                buffer.appendQuoted(member.key)
                buffer.append(": ")
                member.value.writePretty(into: &buffer, depth: depth + 1)
            }
            buffer.startLine(depth)
            buffer.append(0x7D)
        default: write(into: &buffer)
        }
    }
}

extension TextBuffer {
    /// Starts a line indented by two spaces for each level.
    fileprivate mutating func startLine(_ depth: Int) {
        append(0x0A)
        for _ in 0..<depth { append("  ") }
    }
}
