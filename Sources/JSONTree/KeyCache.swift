/// Recently read keys, so that a key which occurs again need not be built again.
struct KeyCache: ~Copyable {
    private struct Entry {
        var ends = KeyEnds()
        var bytes: UnsafePointer<UInt8>?
        var key = ""
    }

    private static var size: Int { 64 }
    /// Texts below this many bytes are read without a cache: filling it costs more than it saves.
    private static var leastText: Int { 1_024 }
    private let entries: UnsafeMutablePointer<Entry>?

    /// A cache for a text of so many bytes.
    init(textCount: Int) {
        guard textCount >= Self.leastText else {
            entries = nil
            return
        }
        let memory = UnsafeMutablePointer<Entry>.allocate(capacity: Self.size)
        memory.initialize(repeating: Entry(), count: Self.size)
        entries = memory
    }

    deinit {
        entries?.deinitialize(count: Self.size)
        entries?.deallocate()
    }

    /// The key of these ASCII bytes, which outlive the cache, and its mark.
    @inline(__always) func key(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> (key: String, mark: UInt64) {
        let ends = KeyEnds(bytes, count)
        let mark = ends.mark
        guard let entry = entries.map({ $0 + Int(mark & UInt64(Self.size - 1)) }) else {
            return (String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self), mark)
        }
        if entry.pointee.ends == ends, count <= 16 || CodeUnits.areSame(entry.pointee.bytes, bytes, count) {
            return (entry.pointee.key, mark)
        }
        let key = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
        entry.pointee = Entry(ends: ends, bytes: bytes, key: key)
        return (key, mark)
    }

    /// The mark of a key that is not in the text as it is.
    static func mark(_ key: String) -> UInt64 {
        var key = key
        return key.withUTF8 { bytes in bytes.baseAddress.map { KeyEnds($0, bytes.count).mark } ?? KeyEnds().mark }
    }
}

/// A key's length, its first eight bytes and its last eight: all there is of a key up to 16 bytes.
private struct KeyEnds: Equatable {
    let count: Int
    let first: UInt64
    let last: UInt64

    /// The ends of the empty key.
    init() { (count, first, last) = (0, 0, 0) }

    @inline(__always) init(_ bytes: UnsafePointer<UInt8>, _ count: Int) {
        self.count = count
        if count > 8 {
            first = ByteWord(bytes).bits
            last = ByteWord(bytes + count - 8).bits
        } else {
            first = count > 0 ? ByteWord(bytes, count).bits : 0
            last = 0
        }
    }

    /// A number that is the same for the same key.
    @inline(__always) var mark: UInt64 {
        var word =
            (first &* 0x9E37_79B9_7F4A_7C15) ^ (last &* 0xC2B2_AE3D_27D4_EB4F) ^ UInt64(truncatingIfNeeded: count)
        word = (word ^ (word >> 29)) &* 0xBF58_476D_1CE4_E5B9
        return word >> 32
    }
}
