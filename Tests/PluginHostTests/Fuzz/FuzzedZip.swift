import TestSupport

/// A zip made by chance: sound in most of its parts, each header field at times a lie.
struct FuzzedZip {
    private static let names = [
        "plugin.json", "lib/a.so", "lib/b.so", "data/x", "data/x/y", "../up", "/etc/passwd", "a/../b", "a//b", "", ".",
        "..",
        "folder/", "a\\b", "a\u{0}b", "é", "e\u{301}", "plugin.sig", ".description", "lib",
        String(repeating: "n/", count: 600) + "n",
    ]
    private var bytes: [UInt8] = []
    private var directory: [UInt8] = []

    /// The file.
    static func make(_ chance: inout FuzzChance) -> [UInt8] {
        var zip = FuzzedZip()
        let count = chance.isOnce(in: 40) ? 100 : chance.below(6)
        for _ in 0..<count { zip.add(&chance) }
        var whole = zip.finish(count, &chance)
        if chance.isOnce(in: 3) { chance.damage(&whole, times: 1 + chance.below(8)) }
        return whole
    }

    private mutating func add(_ chance: inout FuzzChance) {
        let name = Array(chance.one(of: Self.names).utf8)
        let content = [UInt8](repeating: UInt8(chance.below(3)), count: chance.one(of: [0, 1, 100, 4_000]))
        // A stored deflate block, a bomb of zeros, or the bytes as they are.
        let isPacked = chance.isOnce(in: 3)
        let packed = isPacked ? Self.deflated(content) : content
        var fields = Fields(
            flags: 0x0800, method: isPacked ? 8 : 0, checksum: Self.crc(content), packed: UInt64(packed.count),
            unpacked: UInt64(content.count), name: UInt64(name.count), extra: 0, offset: UInt64(bytes.count),
            mode: 0x81A4)
        fields.lie(&chance, once: 6)
        var local = fields
        local.lie(&chance, once: 10)
        bytes += Self.le(0x0403_4B50, 4) + local.common + Self.le(local.name, 2) + Self.le(local.extra, 2) + name
        // Offsets into the middle of another file's bytes make files that overlap.
        if !chance.isOnce(in: 30) { bytes += packed }
        directory += Self.le(0x0201_4B50, 4) + Self.le(0x0314, 2) + fields.common + Self.le(fields.name, 2)
        directory += Self.le(fields.extra, 2) + Self.le(0, 2) + Self.le(0, 2) + Self.le(0, 2)
        directory += Self.le(fields.mode << 16, 4) + Self.le(fields.offset, 4) + name
    }

    private func finish(_ count: Int, _ chance: inout FuzzChance) -> [UInt8] {
        var (entries, size, start) = (UInt64(count), UInt64(directory.count), UInt64(bytes.count))
        if chance.isOnce(in: 8) { entries = chance.number() }
        if chance.isOnce(in: 12) { size = chance.number() }
        if chance.isOnce(in: 12) { start = chance.number() }
        var tail: [UInt8] = []
        if chance.isOnce(in: 20) {  // the records of a zip64 file
            tail +=
                Self.le(0x0606_4B50, 4) + Self.le(44, 8) + Self.le(0, 4) + Self.le(0, 8) + Self.le(chance.number(), 8)
            tail += Self.le(chance.number(), 8) + Self.le(chance.number(), 8) + Self.le(chance.number(), 8)
            tail += Self.le(0x0706_4B50, 4) + Self.le(0, 4) + Self.le(chance.number(), 8) + Self.le(1, 4)
        }
        let comment = [UInt8](repeating: 0x50, count: chance.one(of: [0, 0, 0, 30, 65_535]))
        tail += Self.le(0x0605_4B50, 4) + Self.le(0, 4) + Self.le(entries, 2) + Self.le(entries, 2)
        tail += Self.le(size, 4) + Self.le(start, 4) + Self.le(UInt64(comment.count), 2) + comment
        return bytes + directory + tail
    }

    private struct Fields {
        var flags, method, checksum, packed, unpacked, name, extra, offset, mode: UInt64

        var common: [UInt8] {
            le(20, 2) + le(flags, 2) + le(method, 2) + le(0x0021_0000, 4) + le(checksum, 4) + le(packed, 4)
                + le(unpacked, 4)
        }

        mutating func lie(_ chance: inout FuzzChance, once times: Int) {
            guard chance.isOnce(in: times) else { return }
            switch chance.below(9) {
            case 0: flags = chance.number()
            case 1: method = chance.one(of: [0, 8, 9, 12, 99])
            case 2: checksum = chance.number()
            case 3: packed = chance.number()
            case 4: unpacked = chance.number()
            case 5: name = chance.number()
            case 6: extra = chance.number()
            case 7: offset = chance.number()
            default: mode = chance.one(of: [0xA1FF, 0x41ED, 0x2180, 0x61B0, 0xC1ED, 0, 0xFFFF])
            }
        }
    }

    private static func deflated(_ content: [UInt8]) -> [UInt8] {
        let count = UInt64(content.count)
        return [1] + le(count, 2) + le(~count, 2) + content
    }

    private static func crc(_ bytes: [UInt8]) -> UInt64 {
        UInt64(
            ~bytes.reduce(~UInt32(0)) { crc, byte in
                (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in crc >> 1 ^ (crc & 1 == 1 ? 0xEDB8_8320 : 0) }
            })
    }
}

private func le(_ number: UInt64, _ byteCount: Int) -> [UInt8] { FuzzedZip.le(number, byteCount) }

extension FuzzedZip {
    /// A number, little end first.
    fileprivate static func le(_ number: UInt64, _ byteCount: Int) -> [UInt8] {
        (0..<byteCount).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * $0)) }
    }
}
