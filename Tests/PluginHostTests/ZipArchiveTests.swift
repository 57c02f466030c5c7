import Testing

@testable import PluginHost

/// Only plain files inside the package get out of a zip.
struct ZipArchiveTests {
    @Test func whatIsWrittenIsRead() throws {
        let files: [(path: String, bytes: [UInt8])] = [
            ("plugin.json", Array("{}".utf8)), ("lib/é.so", (0..<100_000).map { UInt8(truncatingIfNeeded: $0 / 300) }),
            ("empty", []),
        ]
        var writer = ZipWriter()
        for file in files { writer.add(file.path, file.bytes, isExecutable: false) }
        let bytes = writer.finish()
        #expect(bytes.count < 10_000)
        let archive = try ZipArchive(bytes, limits: PluginHostLimits())
        #expect(archive.entries.map(\.path) == files.map(\.path))
        for (entry, file) in zip(archive.entries, files) { #expect(try archive.contents(of: entry) == file.bytes) }
    }

    @Test func storedFilesAreReadInOrder() throws {
        let archive = try ZipArchive(
            ZipMaker.zip([("plugin.json", "{}"), ("lib/a.so", "abc")]), limits: PluginHostLimits())
        #expect(archive.entries.map(\.path) == ["plugin.json", "lib/a.so"])
        #expect(try archive.contents(of: archive.entries[1]) == Array("abc".utf8))
    }

    @Test(arguments: ["../up", "/etc/passwd", "a/../../b", "a//b", "a/./b", "a\\b", "", "a\u{0}b", "..", "a/.."])
    func namesThatLeadOutAreRefused(name: String) {
        #expect(throws: PackageProblem.self) { try ZipArchive(ZipMaker.zip([(name, "x")]), limits: PluginHostLimits()) }
    }

    @Test func linksAreRefused() {
        #expect(throws: PackageProblem.self) {
            try ZipArchive(ZipMaker.zip([("a", "/etc/passwd")], mode: 0xA1FF), limits: PluginHostLimits())
        }
    }

    @Test func encryptedFilesAreRefused() {
        #expect(throws: PackageProblem.self) {
            try ZipArchive(ZipMaker.zip([("a", "x")], flags: 1), limits: PluginHostLimits())
        }
    }

    @Test func aNameTwiceIsRefused() {
        #expect(throws: PackageProblem.self) {
            try ZipArchive(ZipMaker.zip([("a", "x"), ("a", "y")]), limits: PluginHostLimits())
        }
        #expect(throws: PackageProblem.self) {
            try ZipArchive(ZipMaker.zip([("a", "x"), ("a/b", "y")]), limits: PluginHostLimits())
        }
    }

    @Test func aWrongChecksumIsRefused() throws {
        var bytes = ZipMaker.zip([("a", "xyz")])
        bytes[31] ^= 1
        let archive = try ZipArchive(bytes, limits: PluginHostLimits())
        #expect(throws: PackageProblem.self) { try archive.contents(of: archive.entries[0]) }
    }

    @Test func limitsHold() {
        var limits = PluginHostLimits()
        limits.unpackedBytesMax = 3
        #expect(throws: PackageProblem.self) {
            try ZipArchive(ZipMaker.zip([("a", "xx"), ("b", "yy")]), limits: limits)
        }
        limits = PluginHostLimits()
        limits.packageFilesMax = 1
        #expect(throws: PackageProblem.self) { try ZipArchive(ZipMaker.zip([("a", "x"), ("b", "y")]), limits: limits) }
    }

    @Test func noDamageCrashesTheReader() {
        let whole = ZipMaker.zip([("plugin.json", "{}"), ("lib/a.so", "abcdefgh")])
        for count in 0..<whole.count {
            #expect(throws: PackageProblem.self) {
                try ZipArchive(Array(whole.prefix(count)), limits: PluginHostLimits())
            }
        }
        for offset in whole.indices {
            for value in [UInt8(0), 0x7F, 0xFF] {
                var damaged = whole
                damaged[offset] = value
                guard let archive = try? ZipArchive(damaged, limits: PluginHostLimits()) else { continue }
                for entry in archive.entries { _ = try? archive.contents(of: entry) }
            }
        }
    }
}

/// Writes zip files byte by byte, the bad ones too.
enum ZipMaker {
    static func zip(_ files: [(String, String)], mode: UInt32 = 0x81A4, flags: UInt16 = 0) -> [UInt8] {
        var (body, directory): ([UInt8], [UInt8]) = ([], [])
        for (name, contents) in files {
            let (nameBytes, data) = (Array(name.utf8), Array(contents.utf8))
            let offset = UInt32(body.count)
            let common =
                le(UInt16(20)) + le(flags) + le(UInt16(0)) + le(UInt32(0)) + le(crc(data)) + le(UInt32(data.count))
                + le(UInt32(data.count))
                + le(UInt16(nameBytes.count)) + le(UInt16(0))
            body += le(UInt32(0x0403_4B50)) + common + nameBytes + data
            directory +=
                le(UInt32(0x0201_4B50)) + le(UInt16(0x0314)) + common + le(UInt16(0)) + le(UInt16(0)) + le(UInt16(0))
                + le(mode << 16)
                + le(offset) + nameBytes
        }
        let end =
            le(UInt32(0x0605_4B50)) + le(UInt32(0)) + le(UInt16(files.count)) + le(UInt16(files.count))
            + le(UInt32(directory.count))
            + le(UInt32(body.count)) + le(UInt16(0))
        return body + directory + end
    }

    private static func le<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~UInt32(0)) { crc, byte in
            (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in crc >> 1 ^ (crc & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
    }
}
