/// A regular expression, as in the filter `/.*tolkien/i`.
///
/// What Java's expressions and these have in common is understood: characters, classes, groups, alternatives, repetitions, anchors. References
/// to groups and looking around are refused. Matching walks all possibilities side by side, so its time is bounded by expression × text.
package struct Pattern: Sendable {
    private let program: [PatternInstruction]

    /// The size of the compiled expression: matching takes time in proportion to it.
    package var instructionCount: Int { program.count }

    /// Compiles an expression. Flags: `i` ignores the case of ASCII letters, `s` lets `.` take ends of lines; `m`, `d`, `u` change nothing here.
    package init(_ expression: String, flags: String) throws(PathSyntaxError) {
        var compiler = PatternCompiler(expression)
        for flag in flags.utf8 {
            switch flag {
            case UInt8(ascii: "i"): compiler.ignoresCase = true
            case UInt8(ascii: "s"): compiler.dotTakesLineEnds = true
            case UInt8(ascii: "m"), UInt8(ascii: "d"), UInt8(ascii: "u"), UInt8(ascii: "U"): break
            default: throw PathSyntaxError("The regular expression has an unknown flag", at: 0)
            }
        }
        program = try compiler.compile()
    }

    /// Whether the expression matches the whole of a text.
    package func matchesWhole(_ text: String) -> Bool {
        let scalars = text.unicodeScalars.map(\.value)
        var current = PatternThreads(count: program.count)
        var next = PatternThreads(count: program.count)
        add(0, at: 0, of: scalars, to: &current)
        for position in scalars.indices {
            if current.places.isEmpty { return false }
            next.removeAll()
            for place in current.places {
                guard case .take(let set) = program[place], set.contains(scalars[position]) else { continue }
                add(place + 1, at: position + 1, of: scalars, to: &next)
            }
            swap(&current, &next)
        }
        return current.places.contains { if case .accept = program[$0] { true } else { false } }
    }

    /// Adds a place and all that can be reached from it without taking a character.
    private func add(_ place: Int, at position: Int, of scalars: [UInt32], to threads: inout PatternThreads) {
        var pending = [place]
        while let place = pending.popLast() {
            guard threads.insert(place) else { continue }
            switch program[place] {
            case .take, .accept: threads.places.append(place)
            case .jump(let target): pending.append(target)
            case .split(let one, let other):
                pending.append(other)
                pending.append(one)
            case .atStart: if position == 0 { pending.append(place + 1) }
            case .atEnd: if position == scalars.count { pending.append(place + 1) }
            case .wordBoundary(let isNegated):
                let before = position > 0 && PatternSet.wordCharacters.contains(scalars[position - 1])
                let after = position < scalars.count && PatternSet.wordCharacters.contains(scalars[position])
                if (before != after) != isNegated { pending.append(place + 1) }
            }
        }
    }
}

/// The places of a program at which a match may stand.
private struct PatternThreads {
    /// In the order in which they were reached.
    var places: [Int] = []
    private var round = 1
    /// In which round a place was last inserted.
    private var seenIn: [Int]

    /// For a program of so many instructions.
    init(count: Int) { seenIn = [Int](repeating: 0, count: count) }

    /// Notes a place; `false` when it was noted before.
    mutating func insert(_ place: Int) -> Bool {
        if seenIn[place] == round { return false }
        seenIn[place] = round
        return true
    }

    /// Forgets all places.
    mutating func removeAll() {
        places.removeAll(keepingCapacity: true)
        round += 1
    }
}
