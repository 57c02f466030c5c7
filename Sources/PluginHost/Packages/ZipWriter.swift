import CZlib

/// Writes a zip file in memory. The same files give the same bytes: times are 1980-01-01.
package struct ZipWriter {
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    /// An archive without files.
    package init() {}

    /// Adds a file, packed if that makes it smaller. A package's limits keep sizes and counts below what the format holds.
    package mutating func add(_ path: String, _ contents: [UInt8], isExecutable: Bool) {
        let deflated = Self.deflate(contents)
        let packed = deflated.count < contents.count ? deflated : contents
        let offset = UInt32(bytes.count)
        let name = Array(path.utf8)
        let checksum = contents.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
        var common: [UInt8] = []
        Self.append(UInt16(20), to: &common)  // version 2.0
        Self.append(UInt16(0x0800), to: &common)  // the name is UTF-8
        Self.append(UInt16(packed.count < contents.count ? 8 : 0), to: &common)
        Self.append(UInt32(0x0021_0000), to: &common)  // 1980-01-01
        Self.append(contents.isEmpty ? 0 : UInt32(truncatingIfNeeded: checksum), to: &common)
        Self.append(UInt32(packed.count), to: &common)
        Self.append(UInt32(contents.count), to: &common)
        Self.append(UInt16(name.count), to: &common)
        Self.append(UInt16(0), to: &common)
        Self.append(UInt32(0x0403_4B50), to: &bytes)
        bytes += common + name + packed
        Self.append(UInt32(0x0201_4B50), to: &directory)
        Self.append(UInt16(0x0314), to: &directory)  // made on Unix
        directory += common
        Self.append(UInt16(0), to: &directory)
        Self.append(UInt16(0), to: &directory)
        Self.append(UInt16(0), to: &directory)
        Self.append(UInt32(isExecutable ? 0o100755 : 0o100644) << 16, to: &directory)
        Self.append(offset, to: &directory)
        directory += name
        count += 1
    }

    /// The whole file.
    package consuming func finish() -> [UInt8] {
        var whole = bytes
        whole += directory
        Self.append(UInt32(0x0605_4B50), to: &whole)
        Self.append(UInt32(0), to: &whole)
        Self.append(count, to: &whole)
        Self.append(count, to: &whole)
        Self.append(UInt32(directory.count), to: &whole)
        Self.append(UInt32(bytes.count), to: &whole)
        Self.append(UInt16(0), to: &whole)
        return whole
    }

    private static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
    }

    /// The packed bytes; what cannot be packed comes back as it is.
    private static func deflate(_ contents: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        guard newel_deflate_raw_init(&stream) == Z_OK else { return contents }
        defer { deflateEnd(&stream) }
        let bound = Int(deflateBound(&stream, UInt(contents.count)))
        var isWhole = false
        let packed = [UInt8](unsafeUninitializedCapacity: bound) { output, count in
            contents.withUnsafeBufferPointer { input in
                stream.next_in = input.baseAddress.map { UnsafeMutablePointer(mutating: $0) }
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(bound)
                isWhole = CZlib.deflate(&stream, Z_FINISH) == Z_STREAM_END
                count = Int(stream.total_out)
            }
        }
        return isWhole ? packed : contents
    }
}
