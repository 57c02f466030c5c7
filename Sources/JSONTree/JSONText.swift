/// Writes pieces of JSON text straight into a buffer, without a tree.
@usableFromInline package enum JSONText {
    /// Appends a string with its quotes.
    @inlinable package static func appendString(_ text: String, into output: inout [UInt8]) {
        output.append(0x22)
        appendEscaped(text, into: &output)
        output.append(0x22)
    }

    /// Appends what stands between the quotes of a string.
    @inlinable package static func appendEscaped(_ text: String, into output: inout [UInt8]) {
        var text = text
        text.withUTF8 { appendEscaped($0, into: &output) }
    }

    /// Appends what stands between the quotes of a string, given as valid UTF-8.
    @inlinable package static func appendEscaped(_ utf8: [UInt8], into output: inout [UInt8]) {
        utf8.withUnsafeBufferPointer { appendEscaped($0, into: &output) }
    }

    /// Appends what stands between the quotes of a string, given as valid UTF-8.
    @usableFromInline package static func appendEscaped(
        _ utf8: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]
    ) {
        guard let base = utf8.baseAddress else { return }
        var position = 0
        while position < utf8.count {
            let length = min(8, utf8.count - position)
            guard ByteWord(base + position, length).isPlain(length) else { break }
            position += length
        }
        output.append(contentsOf: UnsafeBufferPointer(start: base, count: position))
        guard position < utf8.count else { return }
        var buffer = TextBuffer(capacity: utf8.count - position + 16)
        buffer.appendEscaped(UnsafeBufferPointer(rebasing: utf8[position...]))
        output.append(contentsOf: buffer.bytes)
    }

    /// Appends a key with its quotes and the colon.
    @inlinable package static func appendKey(_ key: String, into output: inout [UInt8]) {
        appendString(key, into: &output)
        output.append(0x3A)
    }

    /// Appends an integer.
    @usableFromInline package static func appendInteger(_ value: Int64, into output: inout [UInt8]) {
        if 0..<10 ~= value {
            output.append(0x30 | UInt8(truncatingIfNeeded: value))
            return
        }
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var position = 20
            var rest = value.magnitude
            repeat {
                position -= 1
                digits[position] = 0x30 | UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
            } while rest > 0
            if value < 0 {
                position -= 1
                digits[position] = 0x2D
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: digits[position...]))
        }
    }

    /// Appends an integer.
    @inlinable package static func appendInteger(_ value: Int, into output: inout [UInt8]) {
        appendInteger(Int64(value), into: &output)
    }

    /// Appends a number in the shortest form that names it; `null` when it is not finite.
    package static func appendDouble(_ value: Double, into output: inout [UInt8]) {
        var text = value.isFinite ? value.description : "null"
        text.withUTF8 { output.append(contentsOf: $0) }
    }

    /// Appends text that needs no escaping, such as punctuation.
    @inlinable package static func appendRaw(_ text: StaticString, into output: inout [UInt8]) {
        output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }
}
