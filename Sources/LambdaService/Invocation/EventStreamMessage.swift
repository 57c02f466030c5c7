import Digests

/// One message of `application/vnd.amazon.eventstream`.
///
/// Source: Smithy, "Amazon Event Stream Specification": lengths and checksums around headers and payload, all big-endian.
struct EventStreamMessage {
    /// `PayloadChunk` …
    let event: String
    /// What the payload is.
    let contentType: String
    /// What is told.
    let payload: [UInt8]

    private static let stringType: UInt8 = 7

    /// The message as it goes out.
    var bytes: [UInt8] {
        var headers: [UInt8] = []
        for (name, value) in [(":message-type", "event"), (":event-type", event), (":content-type", contentType)] {
            headers.append(UInt8(name.utf8.count))
            headers += name.utf8
            headers.append(Self.stringType)
            headers += [UInt8(value.utf8.count >> 8), UInt8(value.utf8.count & 0xFF)] + value.utf8
        }
        var bytes = Self.word(16 + headers.count + payload.count) + Self.word(headers.count)
        bytes += CyclicChecksum.crc32(bytes)
        bytes += headers + payload
        return bytes + CyclicChecksum.crc32(bytes)
    }

    private static func word(_ count: Int) -> [UInt8] {
        let value = UInt32(count)
        return [UInt8(value >> 24), UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
    }
}
