/// Takes a frame's body apart. Every read is checked: the other side may be broken or hostile.
package struct FrameReader {
    /// What has not been read.
    package private(set) var rest: UnsafeRawBufferPointer

    /// Starts at the front of a body.
    package init(_ body: UnsafeRawBufferPointer) { rest = body }

    /// The next number, or `nil` at the end.
    package mutating func number<Number: FixedWidthInteger>(_: Number.Type = Number.self) -> Number? {
        guard rest.count >= MemoryLayout<Number>.size else { return nil }
        defer { rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(MemoryLayout<Number>.size)) }
        return rest.loadUnaligned(as: Number.self)
    }

    /// The next bytes, or `nil` when they are not all there.
    package mutating func slice() -> UnsafeRawBufferPointer? {
        guard let count: UInt64 = number(), count <= UInt64(rest.count) else { return nil }
        defer { rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(Int(count))) }
        return UnsafeRawBufferPointer(rebasing: rest.prefix(Int(count)))
    }

    /// The next text; what is not UTF-8 is replaced.
    package mutating func text() -> String? { slice().map { String(decoding: $0, as: UTF8.self) } }
}
