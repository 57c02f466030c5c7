/// Builds a frame: header first, its length filled in at the end.
package struct FrameWriter {
    package private(set) var bytes: [UInt8]
    private let kind: FrameKind
    private let call: UInt64

    /// Starts a frame.
    package init(_ kind: FrameKind, call: UInt64 = 0, reserving count: Int = 64) {
        self.kind = kind
        self.call = call
        bytes = []
        bytes.reserveCapacity(FrameHeader.byteCount + count)
        bytes.append(contentsOf: repeatElement(0, count: FrameHeader.byteCount))
    }

    /// Appends a number.
    package mutating func append<Number: FixedWidthInteger>(_ number: Number) {
        withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
    }

    /// Appends bytes with their length.
    package mutating func append(_ slice: UnsafeRawBufferPointer) {
        append(UInt64(slice.count))
        bytes.append(contentsOf: slice)
    }

    /// Appends a text with its length.
    package mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    }

    /// Lets `body` append to the frame without a length.
    package mutating func appendRaw(_ body: (inout [UInt8]) -> Void) { body(&bytes) }

    /// The finished frame.
    ///
    /// - Parameter following: Bytes of the body that are sent right behind it from elsewhere.
    package mutating func finish(following: Int = 0) -> [UInt8] {
        let header = FrameHeader(kind, bodyCount: bytes.count - FrameHeader.byteCount + following, call: call)
        bytes.withUnsafeMutableBytes { header.store(into: $0) }
        return bytes
    }
}
