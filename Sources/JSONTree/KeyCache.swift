/// Recently read keys, so that a key which occurs again need not be built again.
struct KeyCache: ~Copyable {
    private struct Entry {
        var bytes: UnsafePointer<UInt8>?
        var count = 0
        var key = ""
    }

    private static var size: Int { 64 }
    private let entries: UnsafeMutablePointer<Entry>

    init() {
        entries = .allocate(capacity: Self.size)
        entries.initialize(repeating: Entry(), count: Self.size)
    }

    deinit {
        entries.deinitialize(count: Self.size)
        entries.deallocate()
    }

    /// The key of these ASCII bytes, which outlive the cache, and its mark.
    @inline(__always) func key(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> (key: String, mark: UInt64) {
        let mark = Self.mark(bytes, count)
        let entry = entries + Int(mark & UInt64(Self.size - 1))
        if entry.pointee.count == count, CodeUnits.areSame(entry.pointee.bytes, bytes, count) {
            return (entry.pointee.key, mark)
        }
        let key = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
        entry.pointee = Entry(bytes: bytes, count: count, key: key)
        return (key, mark)
    }

    /// The mark of a key that is not in the text as it is.
    static func mark(_ key: String) -> UInt64 {
        var key = key
        return key.withUTF8 { bytes in bytes.baseAddress.map { mark($0, bytes.count) } ?? 0 }
    }

    /// A number that is the same for the same bytes, from the length and at most 16 bytes.
    @inline(__always) static func mark(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        var word: UInt64
        let raw = UnsafeRawPointer(bytes)
        if count >= 8 {
            word = raw.loadUnaligned(as: UInt64.self) &* 0x9E37_79B9_7F4A_7C15
            word ^= raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self) &* 0xC2B2_AE3D_27D4_EB4F
        } else if count >= 4 {
            word = UInt64(raw.loadUnaligned(as: UInt32.self)) &* 0x9E37_79B9_7F4A_7C15
            word ^= UInt64(raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)) &* 0xC2B2_AE3D_27D4_EB4F
        } else if count > 0 {
            word =
                (UInt64(bytes[0]) << 16 | UInt64(bytes[count >> 1]) << 8 | UInt64(bytes[count - 1]))
                &* 0x9E37_79B9_7F4A_7C15
        } else {
            return 0
        }
        word ^= UInt64(truncatingIfNeeded: count)
        return ((word ^ (word >> 29)) &* 0xBF58_476D_1CE4_E5B9) >> 32
    }
}
