/// Writes texts behind their length.
struct FieldWriter {
    /// What was written.
    private(set) var bytes: [UInt8] = []

    /// Starts with room for so many bytes.
    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// Adds a byte.
    mutating func byte(_ byte: UInt8) { bytes.append(byte) }

    /// Adds a text behind its length, four bytes, the highest first.
    mutating func text(_ text: String) {
        let count = UInt32(text.utf8.count)
        for shift in stride(from: 24, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: count >> UInt32(shift)))
        }
        bytes.append(contentsOf: text.utf8)
    }

    /// Adds a text behind a tag, unless there is none.
    mutating func field(_ tag: UInt8, _ text: String?) {
        guard let text else { return }
        byte(tag)
        self.text(text)
    }
}
