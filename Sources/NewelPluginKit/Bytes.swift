import CNewelPlugin

extension newel_bytes {
    /// The bytes of a buffer; valid as long as the buffer.
    init(_ buffer: UnsafeRawBufferPointer) {
        self.init(ptr: buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), len: UInt64(buffer.count))
    }

    /// The bytes where they lie.
    var buffer: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: ptr, count: ptr == nil ? 0 : Int(len)) }

    /// The bytes as text; what is not UTF-8 is replaced.
    var text: String { String(decoding: buffer, as: UTF8.self) }
}

/// Lends the UTF-8 of a text.
func withBytes<R>(_ text: String, _ body: (newel_bytes) -> R) -> R {
    var text = text
    return text.withUTF8 { body(newel_bytes(UnsafeRawBufferPointer($0))) }
}
