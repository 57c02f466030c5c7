/// A large whole number in groups of nine decimal digits.
struct DecimalLimbs {
    /// The groups, lowest first.
    private var limbs: [UInt32]

    /// Takes a number over.
    init(_ value: UInt64) {
        limbs = []
        var rest = value
        while rest > 0 {
            limbs.append(UInt32(rest % 1_000_000_000))
            rest /= 1_000_000_000
        }
    }

    /// Multiplies by a power of a small factor.
    mutating func multiply(by factor: UInt64, times: UInt) {
        var rest = times
        while rest > 0 {
            // 5¹² is the largest power that leaves room for the carry in any case.
            let step = min(rest, 12)
            multiply(by: (0..<step).reduce(1) { product, _ in product * factor })
            rest -= step
        }
    }

    private mutating func multiply(by factor: UInt64) {
        var carry: UInt64 = 0
        for index in limbs.indices {
            let product = UInt64(limbs[index]) * factor + carry
            limbs[index] = UInt32(product % 1_000_000_000)
            carry = product / 1_000_000_000
        }
        if carry > 0 { limbs.append(UInt32(carry)) }
    }

    /// The digits, highest first, perhaps with zeros before them.
    var digits: [UInt8] {
        limbs.reversed().flatMap { limb in
            var rest = limb
            var group: [UInt8] = []
            for _ in 0..<9 {
                group.append(UInt8(rest % 10))
                rest /= 10
            }
            return group.reversed()
        }
    }
}
