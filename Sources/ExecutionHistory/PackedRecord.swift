import CZlib

/// Records that are kept in less space: the whole record, deflated. Whoever reads one finds it as it was written, inputs and seed included.
enum PackedRecord {
    /// More than this no record unpacks to: an advance is far smaller.
    private static let bytesMax = 256 << 20
    /// Mark, version and checksum.
    private static let frameBytes = 6

    /// Whether a record is packed.
    static func isPacked(_ record: [UInt8]) -> Bool {
        record.count > frameBytes && record[0] == RecordHeader.mark && record[1] == RecordHeader.packedVersion
    }

    /// The packed form; `nil` when it would not be shorter.
    static func packed(_ record: [UInt8]) -> [UInt8]? {
        var count = compressBound(UInt(record.count))
        let deflated = [UInt8](unsafeUninitializedCapacity: Int(count)) { output, written in
            let status = compress2(output.baseAddress, &count, record, UInt(record.count), Z_BEST_COMPRESSION)
            written = status == Z_OK ? Int(count) : 0
        }
        guard !deflated.isEmpty else { return nil }
        var packed: [UInt8] = [RecordHeader.mark, RecordHeader.packedVersion]
        packed.appendCount(record.count)
        packed.append(contentsOf: deflated)
        Checksum.append(to: &packed)
        return packed.count < record.count ? packed : nil
    }

    /// A record as it was written, packed or not.
    static func unpacked(_ record: [UInt8]) throws(RecordError) -> [UInt8] {
        guard isPacked(record) else { return record }
        let end = try RecordReader.checkedEnd(of: record)
        var reader = ByteReader(record[2..<end])
        let expected = try reader.integer()
        guard (1...bytesMax).contains(expected) else { throw RecordError(.malformed, at: 2) }
        let start = reader.offset
        var count = UInt(expected)
        let plain = [UInt8](unsafeUninitializedCapacity: expected) { output, written in
            record.withUnsafeBufferPointer { input in
                let from = input.baseAddress.map { $0 + start }
                let status = uncompress(output.baseAddress, &count, from, UInt(end - start))
                written = status == Z_OK ? Int(count) : 0
            }
        }
        guard plain.count == expected, !isPacked(plain) else { throw RecordError(.malformed, at: start) }
        return plain
    }
}
