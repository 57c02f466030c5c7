import Digests
import JSONTree

/// One message of an event stream: `application/vnd.amazon.eventstream`.
///
/// Source: Smithy specification, "Amazon Event Stream".
package struct EventStreamMessage: Sendable {
    /// What a stream of these is called.
    package static let contentType = "application/vnd.amazon.eventstream"

    /// Names and texts, in their order.
    private let headers: [(name: String, value: String)]
    private let payload: [UInt8]

    /// An event with a JSON payload.
    ///
    /// - Parameter type: The member of the stream that it is; `initial-response` for what RPC services begin with.
    package static func event(_ type: String, _ payload: JSON) -> EventStreamMessage {
        EventStreamMessage(
            headers: [
                (":message-type", "event"), (":event-type", type), (":content-type", "application/json"),
            ], payload: payload.bytes)
    }

    /// An event that is nothing but bytes.
    package static func event(_ type: String, bytes: [UInt8]) -> EventStreamMessage {
        EventStreamMessage(
            headers: [
                (":message-type", "event"), (":event-type", type), (":content-type", "application/octet-stream"),
            ], payload: bytes)
    }

    /// The end of a stream that failed.
    ///
    /// - Parameter type: The member of the stream that the failure is.
    package static func exception(_ type: String, _ message: String) -> EventStreamMessage {
        EventStreamMessage(
            headers: [
                (":message-type", "exception"), (":exception-type", type), (":content-type", "application/json"),
            ], payload: JSON.object(["message": .string(message)]).bytes)
    }

    /// As it travels: lengths, their checksum, headers, payload, the checksum of it all.
    package var bytes: [UInt8] {
        var head: [UInt8] = []
        for (name, value) in headers {
            head.append(UInt8(name.utf8.count))
            head += name.utf8
            // A text.
            head += [7, UInt8(truncatingIfNeeded: value.utf8.count >> 8), UInt8(truncatingIfNeeded: value.utf8.count)]
            head += value.utf8
        }
        var bytes = Self.word(16 + head.count + payload.count) + Self.word(head.count)
        bytes += CyclicChecksum.crc32(bytes)
        bytes += head
        bytes += payload
        bytes += CyclicChecksum.crc32(bytes)
        return bytes
    }

    private static func word(_ number: Int) -> [UInt8] {
        (0..<4).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}
