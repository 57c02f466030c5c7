import CZlib

/// Reads a zip file held in memory. Only what a package needs: stored and deflated files, no links, no encryption, no zip64.
struct ZipArchive {
    /// One file.
    struct Entry {
        let path: String
        let unpackedCount: Int
        /// Somebody may run it, says who made the archive.
        let isExecutable: Bool
        fileprivate let packed: Range<Int>
        fileprivate let method: UInt16
        fileprivate let checksum: UInt32
    }

    /// The files in the order of the directory; folders are left out.
    let entries: [Entry]
    private let bytes: [UInt8]

    /// Reads the directory and checks every entry's name, kind and place.
    init(_ bytes: [UInt8], limits: PluginHostLimits) throws(PackageProblem) {
        self.bytes = bytes
        guard bytes.count <= limits.packageBytesMax else {
            throw PackageProblem(
                .tooLarge, "the package has \(bytes.count) bytes, at most \(limits.packageBytesMax) are allowed")
        }
        let reader = ZipReader(bytes)
        let end = try reader.endOfDirectory()
        guard end.count <= limits.packageFilesMax else {
            throw PackageProblem(.tooLarge, "the package has \(end.count) files")
        }
        var entries: [Entry] = []
        var names: Set<String> = []
        var total = 0
        var position = end.start
        for _ in 0..<end.count {
            let header = try reader.directoryEntry(at: position, before: end.end)
            position = header.next
            guard let entry = try Self.entry(header, reader) else { continue }
            guard names.insert(entry.path).inserted else { throw Self.bad("\(entry.path) is there twice") }
            total += entry.unpackedCount
            guard total <= limits.unpackedBytesMax else {
                throw PackageProblem(.tooLarge, "the package unpacks to more than \(limits.unpackedBytesMax) bytes")
            }
            entries.append(entry)
        }
        try Self.checkFolders(of: entries)
        self.entries = entries
    }

    /// No file is also the folder of another.
    private static func checkFolders(of entries: [Entry]) throws(PackageProblem) {
        // With the slash before every byte a name may have, what lies in a folder stands right behind a file of the folder's name.
        let names = entries.map { $0.path.utf8.map { $0 == UInt8(ascii: "/") ? 1 : $0 } }
            .sorted { $0.lexicographicallyPrecedes($1) }
        for (name, next) in zip(names, names.dropFirst()) where next.starts(with: name + [1]) {
            let path = String(decoding: name.map { $0 == 1 ? UInt8(ascii: "/") : $0 }, as: UTF8.self)
            throw bad("\(path) is both a file and a folder")
        }
    }

    /// The bytes of a file, its checksum verified.
    func contents(of entry: Entry) throws(PackageProblem) -> [UInt8] {
        let contents = entry.method == 0 ? Array(bytes[entry.packed]) : try inflate(entry)
        let checksum = contents.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
        guard contents.isEmpty || UInt32(truncatingIfNeeded: checksum) == entry.checksum else {
            throw Self.bad("\(entry.path) is damaged")
        }
        return contents
    }

    private static func entry(_ header: ZipReader.DirectoryEntry, _ reader: ZipReader) throws(PackageProblem) -> Entry?
    {
        guard header.flags & 1 == 0 else { throw bad("\(header.name) is encrypted") }
        let mode = header.externalAttributes >> 16 & 0xF000
        guard mode == 0 || mode == 0x8000 || mode == 0x4000 else { throw bad("\(header.name) is a link or a device") }
        if header.name.hasSuffix("/") {
            guard PackagePath.isSafe(String(header.name.dropLast())) else {
                throw bad("\(header.name) leads out of the package")
            }
            return nil
        }
        guard PackagePath.isSafe(header.name) else { throw bad("\(header.name) leads out of the package") }
        guard mode != 0x4000 else { throw bad("\(header.name) is a folder without a slash") }
        guard header.method == 0 || header.method == 8 else {
            throw bad("\(header.name) is packed by method \(header.method)")
        }
        guard header.method == 8 || header.packedCount == header.unpackedCount else {
            throw bad("\(header.name) is damaged")
        }
        return Entry(
            path: header.name, unpackedCount: header.unpackedCount,
            isExecutable: header.externalAttributes >> 16 & 0o111 != 0, packed: try reader.data(of: header),
            method: header.method,
            checksum: header.checksum)
    }

    private func inflate(_ entry: Entry) throws(PackageProblem) -> [UInt8] {
        var isWhole = false
        let contents = [UInt8](unsafeUninitializedCapacity: entry.unpackedCount + 1) { output, count in
            bytes.withUnsafeBufferPointer { input in
                var stream = z_stream()
                guard newel_inflate_raw_init(&stream) == Z_OK else { return }
                defer { inflateEnd(&stream) }
                stream.next_in = input.baseAddress.map { UnsafeMutablePointer(mutating: $0 + entry.packed.lowerBound) }
                stream.avail_in = UInt32(entry.packed.count)
                stream.next_out = output.baseAddress
                // One byte more than promised: a bomb shows itself by using it.
                stream.avail_out = UInt32(entry.unpackedCount + 1)
                isWhole =
                    CZlib.inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.total_out == UInt(entry.unpackedCount)
                count = isWhole ? entry.unpackedCount : 0
            }
        }
        guard isWhole else { throw Self.bad("\(entry.path) is damaged or not as long as it says") }
        return contents
    }

    static func bad(_ message: String) -> PackageProblem { PackageProblem(.badArchive, "the zip file: \(message)") }
}

/// Checked reads of the zip structures.
private struct ZipReader {
    struct DirectoryEntry {
        var flags: UInt16
        var method: UInt16
        var checksum: UInt32
        var packedCount: Int
        var unpackedCount: Int
        var externalAttributes: UInt32
        var localOffset: Int
        var name: String
        var next: Int
    }
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Where the directory is: looked for from the end, past a comment of at most 65,535 bytes.
    func endOfDirectory() throws(PackageProblem) -> (count: Int, start: Int, end: Int) {
        var position = bytes.count - 22
        while position >= max(0, bytes.count - 22 - 0xFFFF) {
            if try number(position, UInt32.self) == 0x0605_4B50,
                position + 22 + Int(try number(position + 20, UInt16.self)) == bytes.count
            {
                let (count, size) = (
                    Int(try number(position + 10, UInt16.self)), Int(try number(position + 12, UInt32.self))
                )
                let start = Int(try number(position + 16, UInt32.self))
                guard count != 0xFFFF, start != 0xFFFF_FFFF, start + size <= position,
                    Int(try number(position + 8, UInt16.self)) == count
                else { throw ZipArchive.bad("its directory is damaged, or it is a zip64 or split file") }
                return (count, start, start + size)
            }
            position -= 1
        }
        throw ZipArchive.bad("it has no directory")
    }

    func directoryEntry(at position: Int, before end: Int) throws(PackageProblem) -> DirectoryEntry {
        guard position + 46 <= end, try number(position, UInt32.self) == 0x0201_4B50 else {
            throw ZipArchive.bad("its directory is damaged")
        }
        let nameCount = Int(try number(position + 28, UInt16.self))
        let next =
            position + 46 + nameCount + Int(try number(position + 30, UInt16.self))
            + Int(try number(position + 32, UInt16.self))
        guard next <= end,
            let name = String(validating: bytes[(position + 46)..<(position + 46 + nameCount)], as: UTF8.self)
        else {
            throw ZipArchive.bad("its directory is damaged")
        }
        return DirectoryEntry(
            flags: try number(position + 8, UInt16.self), method: try number(position + 10, UInt16.self),
            checksum: try number(position + 16, UInt32.self), packedCount: Int(try number(position + 20, UInt32.self)),
            unpackedCount: Int(try number(position + 24, UInt32.self)),
            externalAttributes: try number(position + 38, UInt32.self),
            localOffset: Int(try number(position + 42, UInt32.self)), name: name, next: next)
    }

    /// Where a file's packed bytes lie.
    func data(of entry: DirectoryEntry) throws(PackageProblem) -> Range<Int> {
        let local = entry.localOffset
        guard local + 30 <= bytes.count, try number(local, UInt32.self) == 0x0403_4B50 else {
            throw ZipArchive.bad("\(entry.name) is not where the directory says")
        }
        let start = local + 30 + Int(try number(local + 26, UInt16.self)) + Int(try number(local + 28, UInt16.self))
        guard start + entry.packedCount <= bytes.count else { throw ZipArchive.bad("\(entry.name) is cut short") }
        return start..<(start + entry.packedCount)
    }

    private func number<Number: FixedWidthInteger>(_ offset: Int, _: Number.Type) throws(PackageProblem) -> Number {
        guard offset >= 0, offset + MemoryLayout<Number>.size <= bytes.count else {
            throw ZipArchive.bad("it is cut short")
        }
        return bytes.withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: Number.self)) }
    }
}
