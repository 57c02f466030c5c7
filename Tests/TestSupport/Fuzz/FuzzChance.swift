/// Chance that repeats from its seed, and what fuzzers do with it (splitmix64).
package struct FuzzChance: RandomNumberGenerator {
    private var state: UInt64

    /// A sequence of its own for each seed.
    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// A number below a bound.
    package mutating func below(_ bound: Int) -> Int { Int(next() >> 1) % bound }

    /// Once in so many times.
    package mutating func isOnce(in times: Int) -> Bool { below(times) == 0 }

    /// One of several.
    package mutating func one<Element>(of elements: [Element]) -> Element { elements[below(elements.count)] }

    /// A number at which readers go wrong: limits, one beside a limit, a power of two, or anything.
    package mutating func number() -> UInt64 {
        switch below(6) {
        case 0: UInt64(below(4))
        case 1: UInt64.max - UInt64(below(4))
        case 2: 1 << UInt64(below(64))
        case 3: (1 << UInt64(below(64))) &- 1
        case 4: UInt64(below(70_000))
        default: next()
        }
    }

    /// Changes bytes anywhere: bits, numbers, pieces that go, come twice or change places.
    package mutating func damage(_ bytes: inout [UInt8], times: Int) {
        for _ in 0..<times where !bytes.isEmpty {
            let place = below(bytes.count)
            switch below(7) {
            case 0: bytes[place] ^= 1 << UInt8(below(8))
            case 1: bytes[place] = UInt8(truncatingIfNeeded: next())
            case 2, 3: write(number(), byteCount: one(of: [2, 4, 8]), at: place, in: &bytes)
            case 4: bytes.removeSubrange(place..<min(bytes.count, place + 1 + below(16)))
            case 5:
                bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 1 + below(16))], at: below(bytes.count))
            default:
                if isOnce(in: 8) { bytes.removeSubrange(place...) } else { bytes.swapAt(place, below(bytes.count)) }
            }
        }
    }

    /// Writes a number, little end first, as far as it fits.
    package func write(_ number: UInt64, byteCount: Int, at place: Int, in bytes: inout [UInt8]) {
        for index in 0..<byteCount where bytes.indices.contains(place + index) {
            bytes[place + index] = UInt8(truncatingIfNeeded: number >> UInt64(8 * index))
        }
    }
}
