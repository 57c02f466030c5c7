/// Reads what `ByteWriting` wrote. Never trusts a length it has read.
package struct ByteReader {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    /// Reads from the start of some bytes.
    package init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    /// Whether everything has been read.
    package var isAtEnd: Bool { position == bytes.endIndex }
    /// Where the next byte stands.
    package var offset: Int { position }

    /// One byte.
    package mutating func byte() throws(RecordError) -> UInt8 {
        guard position < bytes.endIndex else { throw RecordError(.torn, at: position) }
        defer { position += 1 }
        return bytes[position]
    }

    /// A count, an index or an id.
    package mutating func count() throws(RecordError) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let next = try byte()
            guard shift < 64 else { throw RecordError(.malformed, at: position) }
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return value }
            shift += 7
        }
    }

    /// A length or count that must be small enough to be one.
    package mutating func length() throws(RecordError) -> Int {
        let value = try count()
        guard value <= UInt64(bytes.endIndex - bytes.startIndex) else { throw RecordError(.malformed, at: position) }
        return Int(value)
    }

    /// A count that is not a length of these bytes.
    package mutating func integer() throws(RecordError) -> Int {
        guard let value = Int(exactly: try count()) else { throw RecordError(.malformed, at: position) }
        return value
    }

    /// An event id.
    package mutating func id() throws(RecordError) -> Int64 { Int64(bitPattern: try count()) }

    /// An integer of either sign.
    package mutating func signed() throws(RecordError) -> Int64 {
        let value = try count()
        return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)
    }

    /// An integer or its absence.
    package mutating func optionalCount() throws(RecordError) -> Int? {
        let value = try integer()
        return value == 0 ? nil : value - 1
    }

    /// Eight bytes.
    package mutating func word() throws(RecordError) -> UInt64 {
        var value: UInt64 = 0
        for place in 0..<8 { value |= UInt64(try byte()) << UInt64(8 * place) }
        return value
    }

    /// So many bytes.
    package mutating func slice(_ count: Int) throws(RecordError) -> ArraySlice<UInt8> {
        guard bytes.endIndex - position >= count else { throw RecordError(.torn, at: position) }
        defer { position += count }
        return bytes[position..<position + count]
    }

    /// A text with its length.
    package mutating func text() throws(RecordError) -> String { String(decoding: try slice(length()), as: UTF8.self) }

    /// A text or its absence.
    package mutating func optionalText() throws(RecordError) -> String? {
        let length = try length()
        return length == 0 ? nil : String(decoding: try slice(length - 1), as: UTF8.self)
    }
}
