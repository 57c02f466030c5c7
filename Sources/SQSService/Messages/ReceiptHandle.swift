/// What a receiver shows to delete a message: opaque to it, valid over a restart.
struct ReceiptHandle: Sendable, Equatable {
    /// The number of the queue.
    let queue: Int64
    /// The message's number in the queue.
    let message: Int64
    /// Which receive it was.
    let generation: Int64

    /// Names a receive.
    init(queue: Int64, message: Int64, generation: Int64) {
        self.queue = queue
        self.message = message
        self.generation = generation
    }

    /// Reads the text a client sent back; `nil` when we never gave it out.
    init?(_ text: String) {
        guard text.utf8.count == Self.prefix.utf8.count + 64, text.hasPrefix(Self.prefix) else { return nil }
        var words: [UInt64] = []
        var word: UInt64 = 0
        var digits = 0
        for byte in text.utf8.dropFirst(Self.prefix.utf8.count) {
            let digit: UInt8
            switch byte {
            case 0x30...0x39: digit = byte - 0x30
            case 0x61...0x66: digit = byte - 0x57
            default: return nil
            }
            word = word << 4 | UInt64(digit)
            digits += 1
            if digits % 16 == 0 { words.append(word) }
        }
        let seal = words[3]
        let plain = (0..<3).map { words[$0] ^ Self.mask(seal, $0) }
        guard Self.seal(plain[0], plain[1], plain[2]) == seal else { return nil }
        self.init(
            queue: Int64(bitPattern: plain[0]), message: Int64(bitPattern: plain[1]),
            generation: Int64(bitPattern: plain[2]))
    }

    /// The text given out.
    var text: String {
        let plain = [UInt64(bitPattern: queue), UInt64(bitPattern: message), UInt64(bitPattern: generation)]
        let seal = Self.seal(plain[0], plain[1], plain[2])
        var bytes = Array(Self.prefix.utf8)
        for word in [plain[0] ^ Self.mask(seal, 0), plain[1] ^ Self.mask(seal, 1), plain[2] ^ Self.mask(seal, 2), seal]
        {
            for shift in stride(from: 60, through: 0, by: -4) {
                let digit = UInt8(truncatingIfNeeded: word >> UInt64(shift)) & 0xF
                bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let prefix = "AQEB"

    /// Tells a mistyped handle from a real one; no secret.
    private static func seal(_ one: UInt64, _ two: UInt64, _ three: UInt64) -> UInt64 {
        stir(stir(stir(one) ^ two) ^ three)
    }

    private static func mask(_ seal: UInt64, _ index: Int) -> UInt64 { stir(seal &+ UInt64(index)) }

    private static func stir(_ word: UInt64) -> UInt64 {
        var word = word &+ 0x9E37_79B9_7F4A_7C15
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
