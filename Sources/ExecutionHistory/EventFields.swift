/// The fields of events as their readers see them: the bytes, and the payloads they name.
package struct EventFields {
    /// The bytes that follow.
    var bytes: ByteReader
    private let payloads: [ArraySlice<UInt8>]

    /// Reads from the start of a record's events.
    init(_ bytes: ByteReader, payloads: [ArraySlice<UInt8>]) {
        self.bytes = bytes
        self.payloads = payloads
    }

    /// Whether everything has been read.
    var isAtEnd: Bool { bytes.isAtEnd }

    /// The text of the payload whose reference comes next.
    mutating func payloadText() throws(RecordError) -> String {
        let index = try bytes.length()
        guard payloads.indices.contains(index) else { throw RecordError(.malformed, at: bytes.offset) }
        return String(decoding: payloads[index], as: UTF8.self)
    }
}
