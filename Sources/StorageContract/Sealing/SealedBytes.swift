/// Sealed bytes taken apart: a head with the wrapped data key, then the ciphertext.
struct SealedBytes {
    /// The ARN of the resource they belong to.
    let resource: String
    /// The data key, wrapped.
    let wrapped: [UInt8]
    /// What must be authentic besides the ciphertext.
    let head: ArraySlice<UInt8>
    /// Nonce, ciphertext and tag.
    let ciphertext: ArraySlice<UInt8>

    /// What sealed bytes begin with; no record, snapshot, row or JSON text does.
    private static let mark: [UInt8] = [0x00, 0x53, 0x31]

    /// Whether bytes are sealed.
    static func isSealed(_ bytes: [UInt8]) -> Bool { bytes.first == 0 && bytes.starts(with: mark) }

    /// Reads sealed bytes; `nil` when they are torn.
    init?(_ bytes: [UInt8]) {
        var place = Self.mark.count
        func next() -> ArraySlice<UInt8>? {
            guard bytes.count >= place + 2 else { return nil }
            let count = Int(bytes[place]) << 8 | Int(bytes[place + 1])
            guard bytes.count >= place + 2 + count else { return nil }
            defer { place += 2 + count }
            return bytes[(place + 2)..<(place + 2 + count)]
        }
        guard let resource = next(), let wrapped = next() else { return nil }
        self.resource = String(decoding: resource, as: UTF8.self)
        self.wrapped = Array(wrapped)
        head = bytes[..<place]
        ciphertext = bytes[place...]
    }

    /// The head that goes with a data key.
    static func head(resource: String, wrapped: [UInt8]) -> [UInt8] {
        var head = mark
        for part in [Array(resource.utf8), wrapped] {
            precondition(part.count <= 0xFFFF, "names and wrapped keys are short")
            head += [UInt8(part.count >> 8), UInt8(part.count & 0xFF)]
            head += part
        }
        return head
    }
}
