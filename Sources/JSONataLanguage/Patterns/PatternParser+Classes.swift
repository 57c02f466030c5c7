extension PatternParser {
    /// A class, from its bracket on.
    mutating func readClass() throws(JSPatternError) -> UnitSet {
        position += 1
        let isNegated = take("^")
        var ranges: [ClosedRange<UInt16>] = []
        var sets = UnitSet.empty
        while !take("]") {
            let first = try readMember()
            // A dash makes a range unless it ends the class.
            guard peek == "-", position + 1 < source.count, source[position + 1] != 0x5D else {
                add(first, to: &ranges, &sets)
                continue
            }
            position += 1
            let last = try readMember()
            guard case .literal(let from) = first, case .literal(let through) = last else {
                add(first, to: &ranges, &sets)
                add(last, to: &ranges, &sets)
                ranges.append(0x2D...0x2D)
                continue
            }
            guard from <= through else { throw error("Range out of order in character class") }
            ranges.append(from...through)
        }
        let members = UnitSet(ranges).union(sets)
        return isNegated ? (ignoresCase ? members.ignoringCase : members).complement : members
    }

    private func add(_ member: PatternNode, to ranges: inout [ClosedRange<UInt16>], _ sets: inout UnitSet) {
        switch member {
        case .literal(let unit): ranges.append(unit...unit)
        case .unit(let set): sets = sets.union(set)
        default: break
        }
    }

    /// One unit, or the set an escape stands for.
    private mutating func readMember() throws(JSPatternError) -> PatternNode {
        guard position < source.count else { throw error("Unterminated character class") }
        let unit = source[position]
        guard unit == 0x5C else {
            position += 1
            return .literal(unit)
        }
        position += 1
        if let set = readSetEscape() { return .unit(set) }
        position -= 1
        return .literal(try readUnitEscape(isInClass: true))
    }
}
