import Glibc

/// Bytes being written: grows by itself, and is copied once to where it is wanted.
struct TextBuffer: ~Copyable {
    private var base: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    /// The longest escape of one byte, `\u001F`.
    private static var escapeLength: Int { 6 }
    /// How much of a string is written before room for the next stretch is made.
    private static var stretch: Int { 1_024 }

    /// A buffer with room for so many bytes.
    init(capacity: Int) {
        self.capacity = max(capacity, 64)
        base = Self.memory(self.capacity, from: nil)
    }

    deinit { free(base) }

    /// What has been written, valid until the next change.
    var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

    /// Makes room for so many bytes more.
    @inline(__always) mutating func reserve(_ more: Int) {
        if capacity - count < more { grow(more) }
    }

    @inline(never) private mutating func grow(_ more: Int) {
        capacity = max(capacity * 2, count + more)
        base = Self.memory(capacity, from: base)
    }

    /// Memory of that size that starts as the old does; `realloc` moves pages where copying would touch them.
    private static func memory(_ size: Int, from old: UnsafeMutablePointer<UInt8>?) -> UnsafeMutablePointer<UInt8> {
        guard let new = realloc(old, size) else { fatalError("no memory for \(size) bytes of JSON") }
        return new.assumingMemoryBound(to: UInt8.self)
    }

    /// Appends one byte, for which there is room.
    @inline(__always) mutating func put(_ byte: UInt8) {
        base[count] = byte
        count += 1
    }

    /// Appends one byte.
    @inline(__always) mutating func append(_ byte: UInt8) {
        reserve(1)
        put(byte)
    }

    /// Appends bytes as they are.
    @inline(__always) mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let source = bytes.baseAddress else { return }
        reserve(bytes.count)
        (base + count).update(from: source, count: bytes.count)
        count += bytes.count
    }

    /// Appends text that needs no escaping.
    @inline(__always) mutating func append(_ text: StaticString) {
        append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Appends a string with its quotes.
    @inline(__always) mutating func appendQuoted(_ text: String) {
        let done: Void? = text.utf8.withContiguousStorageIfAvailable { appendQuoted($0) }
        if done == nil { Array(text.utf8).withUnsafeBufferPointer { appendQuoted($0) } }
    }

    private mutating func appendQuoted(_ utf8: UnsafeBufferPointer<UInt8>) {
        append(0x22)
        appendEscaped(utf8)
        append(0x22)
    }

    /// Appends what stands between the quotes of a string.
    mutating func appendEscaped(_ utf8: UnsafeBufferPointer<UInt8>) {
        guard var source = utf8.baseAddress else { return }
        let end = source + utf8.count
        while source < end {
            let stretchEnd = source + min(end - source, Self.stretch)
            reserve((stretchEnd - source) * Self.escapeLength + 8)
            while source < stretchEnd { putStretch(&source, stretchEnd) }
        }
    }

    /// Copies up to eight bytes, or up to the first that must be escaped and that one. There is room for the bytes,
    /// escaped, and eight more.
    @inline(__always) private mutating func putStretch(
        _ source: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>
    ) {
        let length = min(end - source, 8)
        let word = ByteWord(source, length)
        UnsafeMutableRawPointer(base + count).storeBytes(of: word.bits.littleEndian, as: UInt64.self)
        let plain = word.plainCount(length)
        source += plain
        count += plain
        if plain < length {
            putEscape(of: source.pointee)
            source += 1
        }
    }

    @inline(never) private mutating func putEscape(of byte: UInt8) {
        put(0x5C)
        switch byte {
        case 0x22, 0x5C: put(byte)
        case 0x08: put(0x62)
        case 0x09: put(0x74)
        case 0x0A: put(0x6E)
        case 0x0C: put(0x66)
        case 0x0D: put(0x72)
        default:
            let low = byte & 0xF
            put(0x75)
            put(0x30)
            put(0x30)
            put(0x30 | byte >> 4)
            put(low < 10 ? 0x30 | low : 0x37 + low)
        }
    }

    /// Appends an integer.
    @inline(__always) mutating func appendInteger(_ value: Int64) {
        reserve(20)
        var rest = value.magnitude
        if value < 0 { put(0x2D) }
        var digits = 1
        var bound: UInt64 = 10
        while digits < 20, rest >= bound {
            digits += 1
            bound = digits < 20 ? bound &* 10 : .max
        }
        var place = count + digits
        count = place
        repeat {
            place -= 1
            base[place] = 0x30 | UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
    }

    /// Appends a number in the shortest form that names it; `null` when it is not finite.
    mutating func appendDouble(_ value: Double) {
        guard value.isFinite else { return append("null") }
        var text = value.description
        text.withUTF8 { append($0) }
    }
}
