import ResourceNames

/// Where an event stands among those of its stream, and of its group: by time, then by the order of arrival.
struct EventPosition: Sendable, Hashable, Comparable {
    /// Milliseconds since 1970; not negative.
    let milliseconds: Int64
    /// Unlike that of any other event.
    let sequence: Int64

    /// Orders positions by time, then by arrival.
    static func < (one: EventPosition, other: EventPosition) -> Bool {
        (one.milliseconds, one.sequence) < (other.milliseconds, other.sequence)
    }

    /// Before every event of an instant.
    static func start(of instant: Timestamp) -> EventPosition {
        EventPosition(milliseconds: max(0, instant.milliseconds), sequence: 0)
    }

    /// The place right before this one.
    var previous: EventPosition {
        sequence > 0
            ? EventPosition(milliseconds: milliseconds, sequence: sequence - 1)
            : EventPosition(milliseconds: max(0, milliseconds - 1), sequence: .max)
    }

    /// The end of the key of its row.
    var keySuffix: String { "\(HexNumber.text(milliseconds))/\(HexNumber.text(sequence))" }

    /// The 56 digits by which AWS names events.
    var id: String { "3" + Self.digits(milliseconds, 17) + Self.digits(sequence, 38) }

    /// Reads an event's id; `nil` when it is none.
    init?(id: some StringProtocol) {
        let bytes = Array(id.utf8)
        guard bytes.count == 56, bytes[0] == UInt8(ascii: "3"), bytes.allSatisfy({ (0x30...0x39).contains($0) }),
            let milliseconds = Int64(String(decoding: bytes[1..<18], as: UTF8.self)),
            let sequence = Int64(String(decoding: bytes[18...], as: UTF8.self))
        else { return nil }
        self.init(milliseconds: milliseconds, sequence: sequence)
    }

    /// A position by its parts.
    init(milliseconds: Int64, sequence: Int64) { (self.milliseconds, self.sequence) = (milliseconds, sequence) }

    private static func digits(_ number: Int64, _ count: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
    }
}
