import JSONTree

/// The payloads of one record, each once.
///
/// Equal texts share an entry whether or not they are one object: replay makes other objects than the first run, and the record must come out the same.
struct PayloadTable: Sendable {
    /// The entries in the order of their indexes.
    private(set) var payloads: [Payload] = []
    private var fingerprints: [UInt64] = []
    /// The bytes of all entries together.
    private(set) var byteCount = 0

    /// The index of a payload; enters it if it is new.
    mutating func index(of payload: Payload) -> Int {
        let count = payloads.count
        if count > 0, payloads[count - 1] === payload { return count - 1 }
        if count > 1, payloads[count - 2] === payload { return count - 2 }
        let fingerprint = Self.fingerprint(of: payload.bytes)
        var position = count - 1
        while position >= 0 {
            if fingerprints[position] == fingerprint,
                payloads[position] === payload || payloads[position].bytes == payload.bytes
            {
                return position
            }
            position -= 1
        }
        payloads.append(payload)
        fingerprints.append(fingerprint)
        byteCount += payload.byteCount
        return count
    }

    /// Forgets the entries from an index on.
    mutating func truncate(to count: Int) {
        while payloads.count > count {
            byteCount -= payloads.removeLast().byteCount
            fingerprints.removeLast()
        }
    }

    /// A number that tells most different texts apart without reading long ones whole.
    private static func fingerprint(of bytes: [UInt8]) -> UInt64 {
        bytes.withUnsafeBytes { bytes in
            let count = bytes.count
            var value = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
            guard count >= 8 else {
                for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
                return value
            }
            for offset in [0, count / 3, count / 2, count - 8] where offset + 8 <= count {
                value =
                    (value ^ UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
                    &* 0x9E37_79B9_7F4A_7C15
                value ^= value >> 29
            }
            return value
        }
    }
}
