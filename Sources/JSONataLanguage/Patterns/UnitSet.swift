/// A set of UTF-16 units, such as a class of a regular expression.
struct UnitSet: Sendable, Equatable {
    /// Ascending ranges that neither overlap nor touch.
    private var ranges: [ClosedRange<UInt16>] = []
    /// One bit for each of the units below 128, so that ASCII needs no search.
    private var ascii: (low: UInt64, high: UInt64) = (0, 0)

    /// A set without members.
    static let empty = UnitSet([])
    /// All units.
    static let all = UnitSet([0...0xFFFF])
    /// `\d`.
    static let digits = UnitSet([0x30...0x39])
    /// `\w`.
    static let wordUnits = UnitSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    /// `\s`: ECMAScript's WhiteSpace and LineTerminator.
    static let blanks = UnitSet([
        0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
        0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
    ])
    /// The ends of lines: what `.` does not take, and where `^` and `$` hold under the flag `m`.
    static let lineEnds = UnitSet([0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029])

    /// The units within some ranges, in any order.
    init(_ members: [ClosedRange<UInt16>]) {
        for range in members.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            guard let last = ranges.last, Int(range.lowerBound) <= Int(last.upperBound) + 1 else {
                ranges.append(range)
                continue
            }
            ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
        }
        for unit in UInt16(0)..<128 where holds(unit) {
            if unit < 64 { ascii.low |= 1 << unit } else { ascii.high |= 1 << (unit - 64) }
        }
    }

    /// Whether a unit is in the set.
    func contains(_ unit: UInt16) -> Bool {
        if unit < 64 { return ascii.low >> unit & 1 == 1 }
        if unit < 128 { return ascii.high >> (unit - 64) & 1 == 1 }
        return holds(unit)
    }

    /// What this set holds or another one.
    func union(_ other: UnitSet) -> UnitSet { UnitSet(ranges + other.ranges) }

    /// What this set does not hold.
    var complement: UnitSet {
        var gaps: [ClosedRange<UInt16>] = []
        var next = 0
        for range in ranges {
            if next < Int(range.lowerBound) { gaps.append(UInt16(next)...(range.lowerBound - 1)) }
            next = Int(range.upperBound) + 1
        }
        if next <= 0xFFFF { gaps.append(UInt16(next)...0xFFFF) }
        return UnitSet(gaps)
    }

    /// The set with all units that equal one of its members when case is ignored.
    var ignoringCase: UnitSet {
        var added: [ClosedRange<UInt16>] = []
        for members in CaseFolding.classes where members.contains(where: contains) {
            for unit in members { added.append(unit...unit) }
        }
        return added.isEmpty ? self : UnitSet(ranges + added)
    }

    private func holds(_ unit: UInt16) -> Bool {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < unit { low = middle + 1 } else { high = middle }
        }
        return low < ranges.count && ranges[low].lowerBound <= unit
    }

    /// Whether both hold the same units.
    static func == (one: UnitSet, other: UnitSet) -> Bool { one.ranges == other.ranges }
}
