import TestSupport

/// A sound library, and the same with lies in one of the places a loader or the host looks at.
struct FuzzedLibrary {
    private let sound: [UInt8]
    private var programHeaders: [Int] = []
    private var sectionHeaders: [Int] = []
    /// Entries of the dynamic table, symbols, relocations: where each begins, and its bytes.
    private var entries: [(start: Int, byteCount: Int)] = []
    /// Numbers in the descriptors.
    private var descriptorFields: [Int] = []

    /// Takes a 64-bit library apart.
    init(_ sound: [UInt8]) {
        self.sound = sound
        programHeaders = (0..<number(56, 2)).map { number(32, 8) + $0 * 56 }
        sectionHeaders = (0..<number(60, 2)).map { number(40, 8) + $0 * 64 }
        for header in sectionHeaders {
            guard let byteCount = [6: 16, 11: 24, 4: 24][number(header + 4, 4)] else { continue }
            let start = number(header + 24, 8)
            entries += (0..<number(header + 32, 8) / byteCount).map { (start + $0 * byteCount, byteCount) }
        }
        // The plugin's structure begins with its magic number and size, a handler's with its size and kind.
        for place in stride(from: 0, to: sound.count - 80, by: 8) {
            let (first, second) = (number(place, 4), number(place + 4, 4))
            if first == 0x314C_574E, second == 64 { descriptorFields += [0, 4, 8, 12, 32, 36].map { place + $0 } }
            if first == 80, second == 1 { descriptorFields += [0, 4, 16, 20].map { place + $0 } }
        }
    }

    /// Whether there is something of every kind to lie about.
    var isWhole: Bool {
        !programHeaders.isEmpty && !sectionHeaders.isEmpty && entries.count > 20 && descriptorFields.count == 10
    }

    /// A version with some lies.
    func make(_ chance: inout FuzzChance) -> [UInt8] {
        var bytes = sound
        for _ in 0..<1 + chance.below(3) {
            let place: Int
            switch chance.below(9) {
            case 0: place = chance.below(64)
            case 1: place = chance.one(of: programHeaders) + 8 * chance.below(7)
            case 2: place = chance.one(of: sectionHeaders) + 4 * chance.below(16)
            case 3, 4, 5:
                let entry = chance.one(of: entries)
                place = entry.start + 4 * chance.below(entry.byteCount / 4)
            case 6, 7: place = chance.one(of: descriptorFields)
            default:
                if chance.isOnce(in: 3) {
                    bytes.removeLast(chance.below(max(1, bytes.count)))
                } else {
                    chance.damage(&bytes, times: 1)
                }
                continue
            }
            switch chance.below(4) {
            case 0: chance.write(chance.number(), byteCount: chance.one(of: [1, 4, 8]), at: place, in: &bytes)
            case 1: if bytes.indices.contains(place) { bytes[place] ^= 1 << UInt8(chance.below(8)) }
            // A little beside what is right.
            default:
                guard place + 8 <= bytes.count else { continue }
                let near = Int64(bytes[place]) + Int64(chance.one(of: [-16, -8, -1, 1, 8, 16, 64]))
                chance.write(UInt64(bitPattern: near), byteCount: 1, at: place, in: &bytes)
            }
        }
        return bytes
    }

    private func number(_ place: Int, _ byteCount: Int) -> Int {
        (0..<byteCount).reduce(0) { $0 | Int(sound[place + $1]) << (8 * $1) }
    }
}
