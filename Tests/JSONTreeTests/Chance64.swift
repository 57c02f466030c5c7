import Glibc

/// Where a random test's seed comes from.
enum Seed {
    /// `NEWEL_SEED`, or another one each run; printed, so that a failure can be repeated.
    static func fromEnvironment() -> UInt64 {
        let seed = getenv("NEWEL_SEED").flatMap { UInt64(String(cString: $0)) } ?? UInt64.random(in: 0...UInt64.max)
        print("NEWEL_SEED=\(seed)")
        return seed
    }
}

/// A small generator that can be repeated from its seed (xorshift64*).
struct Chance64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed | 1 }

    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 0x2545_F491_4F6C_DD1D
    }

    /// A number below a bound.
    mutating func below(_ bound: Int) -> Int { Int(next() >> 33) % bound }
}
