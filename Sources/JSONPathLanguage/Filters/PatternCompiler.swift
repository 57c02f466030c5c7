/// Turns a regular expression into instructions.
struct PatternCompiler {
    /// Flag `i`.
    var ignoresCase = false
    /// Flag `s`.
    var dotTakesLineEnds = false
    private let scalars: [Unicode.Scalar]
    private var position = 0
    private var depth = 0
    private var program: [PatternInstruction] = []

    /// Takes what stands between the slashes.
    init(_ expression: String) { scalars = Array(expression.unicodeScalars) }

    /// Reads the expression to its end.
    mutating func compile() throws(PathSyntaxError) -> [PatternInstruction] {
        let node = try readAlternatives()
        guard position == scalars.count else { throw error("Unexpected ')' in the regular expression") }
        try emit(node)
        program.append(.accept)
        return program
    }

    // What is read goes into a tree first, because a repetition is known only after what it repeats.

    private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        position += 1
        return true
    }

    private func error(_ message: String) -> PathSyntaxError { PathSyntaxError(message, at: position) }

    private mutating func readAlternatives() throws(PathSyntaxError) -> PatternNode {
        depth += 1
        guard depth <= Limits.patternDepthMax else { throw error("The regular expression is nested too deeply") }
        defer { depth -= 1 }
        var alternatives = [try readSequence()]
        while take("|") { alternatives.append(try readSequence()) }
        return alternatives.count == 1 ? alternatives[0] : .alternatives(alternatives)
    }

    private mutating func readSequence() throws(PathSyntaxError) -> PatternNode {
        var parts: [PatternNode] = []
        while let scalar = peek, scalar != "|", scalar != ")" { parts.append(try readRepetition(of: readAtom())) }
        return .sequence(parts)
    }

    private mutating func readRepetition(of atom: PatternNode) throws(PathSyntaxError) -> PatternNode {
        var node = atom
        while let scalar = peek {
            switch scalar {
            case "*": (node, position) = (.repetition(node, min: 0, max: nil), position + 1)
            case "+": (node, position) = (.repetition(node, min: 1, max: nil), position + 1)
            case "?": (node, position) = (.repetition(node, min: 0, max: 1), position + 1)
            case "{":
                position += 1
                let least = try readNumber()
                let most = take(",") ? (peek == "}" ? nil : try readNumber()) : least
                guard take("}"), most.map({ $0 >= least }) ?? true else {
                    throw error("A repetition must be written {1}, {1,} or {1,2}")
                }
                node = .repetition(node, min: least, max: most)
            default: return node
            }
            // Lazy and possessive repetitions: which way is tried first does not matter here.
            _ = take("?") || take("+")
            guard peek != "*", peek != "+", peek != "?" else {
                throw error("Nothing to repeat in the regular expression")
            }
        }
        return node
    }

    private mutating func readNumber() throws(PathSyntaxError) -> Int {
        var value = 0
        let start = position
        while let scalar = peek, ("0"..."9").contains(scalar), value <= Limits.patternInstructionsMax {
            value = value * 10 + Int(scalar.value - 0x30)
            position += 1
        }
        guard position > start, value <= Limits.patternInstructionsMax else {
            throw error("Expected a small number in the repetition")
        }
        return value
    }

    private mutating func readAtom() throws(PathSyntaxError) -> PatternNode {
        guard let scalar = peek else { throw error("The regular expression ends too early") }
        position += 1
        switch scalar {
        case ".": return .single(.take(dotTakesLineEnds ? .anything : .withinLine))
        case "^": return .single(.atStart)
        case "$": return .single(.atEnd)
        case "(":
            if take("?") {
                guard take(":") else {
                    throw error("Only plain groups and (?:…) are understood in regular expressions")
                }
            }
            let group = try readAlternatives()
            guard take(")") else { throw error("A group of the regular expression is not closed") }
            return group
        case "[": return .single(.take(try readClass()))
        case "\\": return try readEscape()
        case "*", "+", "?", "{": throw error("Nothing to repeat in the regular expression")
        default: return .single(.take(one(scalar.value)))
        }
    }

    private func one(_ value: UInt32) -> PatternSet { PatternSet(ranges: [value...value], ignoresCase: ignoresCase) }

    private mutating func readEscape() throws(PathSyntaxError) -> PatternNode {
        switch peek {
        case "b", "B":
            let isNegated = take("B")
            if !isNegated { position += 1 }
            return .single(.wordBoundary(isNegated: isNegated))
        case "A":
            position += 1
            return .single(.atStart)
        case "z", "Z":
            position += 1
            return .single(.atEnd)
        default: return .single(.take(try readEscapedSet()))
        }
    }

    /// What a backslash and the next characters stand for, in a class or outside.
    private mutating func readEscapedSet() throws(PathSyntaxError) -> PatternSet {
        guard let scalar = peek else { throw error("The regular expression ends with a backslash") }
        position += 1
        switch scalar {
        case "d": return .digits
        case "D": return PatternSet.digits.negated
        case "w": return .wordCharacters
        case "W": return PatternSet.wordCharacters.negated
        case "s": return .blanks
        case "S": return PatternSet.blanks.negated
        case "n": return one(0x0A)
        case "t": return one(0x09)
        case "r": return one(0x0D)
        case "f": return one(0x0C)
        case "x": return one(try readHex(2))
        case "u": return one(try readHex(4))
        case "0"..."9", "a"..."z", "A"..."Z": throw error("The regular expression has an escape that is not understood")
        default: return one(scalar.value)
        }
    }

    private mutating func readHex(_ count: Int) throws(PathSyntaxError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<count {
            guard let scalar = peek, let digit = Character(scalar).hexDigitValue else {
                throw error("Expected a hex digit")
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }

    /// `[…]`, after the bracket.
    private mutating func readClass() throws(PathSyntaxError) -> PatternSet {
        var set = PatternSet(ignoresCase: ignoresCase)
        set.isNegated = take("^")
        var isFirst = true
        while let scalar = peek, scalar != "]" || isFirst {
            isFirst = false
            position += 1
            let member = scalar == "\\" ? try readEscapedSet() : one(scalar.value)
            guard member.ranges.count == 1, !member.isNegated, member.ranges[0].count == 1, peek == "-",
                position + 1 < scalars.count,
                scalars[position + 1] != "]"
            else {
                set.others.append(member)
                continue
            }
            position += 1
            guard let last = peek else { break }
            position += 1
            let end = last == "\\" ? try readEscapedSet() : one(last.value)
            let from = member.ranges[0].lowerBound
            guard end.ranges.count == 1, !end.isNegated, end.ranges[0].lowerBound >= from else {
                throw error("A range of the regular expression is empty")
            }
            set.ranges.append(from...end.ranges[0].upperBound)
        }
        guard take("]") else { throw error("A class of the regular expression is not closed") }
        return set
    }
}

extension PatternCompiler {
    private mutating func emit(_ instruction: PatternInstruction) throws(PathSyntaxError) {
        guard program.count < Limits.patternInstructionsMax else { throw error("The regular expression is too large") }
        program.append(instruction)
    }

    private mutating func emit(_ node: PatternNode) throws(PathSyntaxError) {
        switch node {
        case .single(let instruction): try emit(instruction)
        case .sequence(let parts): for part in parts { try emit(part) }
        case .alternatives(let alternatives): try emit(alternatives)
        case .repetition(let inner, let least, let most):
            for _ in 0..<least { try emitCounted(inner) }
            if let most {
                for _ in least..<most {
                    try emitOptional { compiler throws(PathSyntaxError) in try compiler.emitCounted(inner) }
                }
            } else {
                let start = program.count
                try emitOptional { compiler throws(PathSyntaxError) in
                    try compiler.emit(inner)
                    try compiler.emit(.jump(start))
                }
            }
        }
    }

    /// An empty node repeated many times would take long without growing the program: each repetition counts.
    private mutating func emitCounted(_ node: PatternNode) throws(PathSyntaxError) {
        let start = program.count
        try emit(node)
        if program.count == start { try emit(.jump(start + 1)) }
    }

    private mutating func emitOptional(_ body: (inout PatternCompiler) throws(PathSyntaxError) -> Void)
        throws(PathSyntaxError)
    {
        let split = program.count
        try emit(.jump(0))
        try body(&self)
        program[split] = .split(split + 1, program.count)
    }

    private mutating func emit(_ alternatives: [PatternNode]) throws(PathSyntaxError) {
        var ends: [Int] = []
        for (number, alternative) in alternatives.enumerated() {
            guard number < alternatives.count - 1 else {
                try emit(alternative)
                break
            }
            try emitOptional { compiler throws(PathSyntaxError) in
                try compiler.emit(alternative)
                ends.append(compiler.program.count)
                try compiler.emit(.jump(0))
            }
        }
        for end in ends { program[end] = .jump(program.count) }
    }
}
