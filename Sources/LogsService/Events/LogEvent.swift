import ResourceNames

/// An event as stored.
struct LogEvent: Sendable, Equatable {
    /// The kind of its row; the key is `STREAM/TIME/SEQUENCE`.
    static let kind = "logs.event"
    /// When it happened, and its place among events of that time.
    let position: EventPosition
    /// When it came, in milliseconds since 1970.
    let ingested: Int64
    /// What happened; not empty.
    let message: String

    /// What it counts towards a batch or an answer.
    var byteCount: Int { message.utf8.count + Limits.eventOverhead }

    /// The stored form: the time it came in eight bytes, then its message.
    var bytes: [UInt8] {
        (0..<8).map { UInt8(truncatingIfNeeded: ingested >> (56 - 8 * $0)) } + Array(message.utf8)
    }

    /// An event by its parts.
    init(position: EventPosition, ingested: Int64, message: String) {
        (self.position, self.ingested, self.message) = (position, ingested, message)
    }

    /// Reads the stored form; `nil` when it is damaged.
    init?(key: String, bytes: [UInt8]) {
        let parts = key.split(separator: "/")
        guard parts.count == 3, bytes.count >= 8, let milliseconds = Int64(parts[1], radix: 16),
            let sequence = Int64(parts[2], radix: 16)
        else { return nil }
        self.init(
            position: EventPosition(milliseconds: milliseconds, sequence: sequence),
            ingested: bytes[..<8].reduce(0) { $0 << 8 | Int64($1) },
            message: String(decoding: bytes[8...], as: UTF8.self))
    }
}
