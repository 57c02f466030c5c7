/// Turns a regular expression that was read into instructions.
struct PatternCompiler {
    /// The instructions so far.
    private(set) var program: [PatternInstruction] = []
    /// The sets instructions name by number.
    private(set) var sets: [UnitSet] = []
    /// How many registers there are.
    private(set) var registers: Int
    private let ignoresCase: Bool
    private let names: [(name: String, group: Int)]
    /// The sets before case was taken into account, at the same numbers.
    private var plainSets: [UnitSet] = []

    /// Compiles an expression with this many groups.
    init(_ node: PatternNode, groups: Int, names: [(name: String, group: Int)], ignoresCase: Bool)
        throws(JSPatternError)
    {
        self.ignoresCase = ignoresCase
        self.names = names
        registers = 2 * (groups + 1)
        try emit(node, isBackward: false)
        program.append(.accept)
    }

    private mutating func newRegister() -> Int {
        registers += 1
        return registers - 1
    }

    private mutating func emit(_ node: PatternNode, isBackward: Bool) throws(JSPatternError) {
        switch node {
        case .literal(let unit):
            if ignoresCase, CaseFolding.equals(of: unit) != nil {
                program.append(.set(try number(of: UnitSet([unit...unit])), isBackward: isBackward))
            } else {
                program.append(.literal(unit, isBackward: isBackward))
            }
        case .unit(let set): program.append(.set(try number(of: set), isBackward: isBackward))
        case .sequence(let parts):
            for part in isBackward ? parts.reversed() : parts { try emit(part, isBackward: isBackward) }
        case .alternatives(let alternatives): try emitAlternatives(alternatives, isBackward: isBackward)
        case .group(let number, let inner):
            program.append(.mark(2 * number + (isBackward ? 1 : 0)))
            try emit(inner, isBackward: isBackward)
            program.append(.mark(2 * number + (isBackward ? 0 : 1)))
        case .backreference(let group): program.append(.backreference(group, isBackward: isBackward))
        case .namedBackreference(let name):
            guard let group = names.first(where: { $0.name == name })?.group else {
                throw JSPatternError(message: "Invalid named capture referenced", position: 0)
            }
            program.append(.backreference(group, isBackward: isBackward))
        case .repetition(let inner, let quantifier): try emit(inner, quantifier, isBackward: isBackward)
        case .look(let inner, let isBehind, let isNegated):
            try emitLook(inner, isBehind: isBehind, isNegated: isNegated)
        case .assertion(let assertion): program.append(.assertion(assertion))
        }
    }

    private mutating func number(of set: UnitSet) throws(JSPatternError) -> Int {
        if let known = plainSets.firstIndex(of: set) { return known }
        guard sets.count < PatternLimits.setsMax else {
            throw JSPatternError(message: "The regular expression is too large", position: 0)
        }
        plainSets.append(set)
        sets.append(ignoresCase ? set.ignoringCase : set)
        return sets.count - 1
    }

    private mutating func emitAlternatives(_ alternatives: [PatternNode], isBackward: Bool) throws(JSPatternError) {
        var ends: [Int] = []
        for alternative in alternatives.dropLast() {
            let split = reserve()
            try emit(alternative, isBackward: isBackward)
            ends.append(reserve())
            program[split] = .split(split + 1, program.count)
        }
        if let last = alternatives.last { try emit(last, isBackward: isBackward) }
        for end in ends { program[end] = .jump(program.count) }
    }

    /// Leaves room for an instruction whose targets are not known yet.
    private mutating func reserve() -> Int {
        program.append(.accept)
        return program.count - 1
    }

    private mutating func emitLook(_ inner: PatternNode, isBehind: Bool, isNegated: Bool) throws(JSPatternError) {
        let register = newRegister()
        registers += 1
        let look = reserve()
        try emit(inner, isBackward: isBehind)
        program.append(isNegated ? .lookRefuted(register: register) : .lookFound(register: register))
        program[look] = .look(register: register, otherwise: isNegated ? program.count : nil)
    }
}

extension PatternCompiler {
    private mutating func emit(_ inner: PatternNode, _ quantifier: PatternQuantifier, isBackward: Bool)
        throws(JSPatternError)
    {
        if quantifier.most == 0 { return }
        if let set = singleSet(inner) {
            program.append(
                .run(
                    set: try number(of: set), least: quantifier.least, most: quantifier.most ?? Int.max,
                    isLazy: quantifier.isLazy, isBackward: isBackward))
        } else if quantifier.least == 0, quantifier.most == nil || quantifier.most == 1 {
            try emitPlain(inner, quantifier, isBackward: isBackward)
        } else {
            try emitCounted(inner, quantifier, isBackward: isBackward)
        }
    }

    private func singleSet(_ node: PatternNode) -> UnitSet? {
        switch node {
        case .unit(let set): set
        case .literal(let unit): UnitSet([unit...unit])
        default: nil
        }
    }

    /// `*` and `?`, which need no counter.
    private mutating func emitPlain(_ inner: PatternNode, _ quantifier: PatternQuantifier, isBackward: Bool)
        throws(JSPatternError)
    {
        let split = reserve()
        try emitBody(inner, quantifier, counter: nil, isBackward: isBackward)
        if quantifier.most == nil { program.append(.jump(split)) }
        let (body, end) = (split + 1, program.count)
        program[split] = quantifier.isLazy ? .split(end, body) : .split(body, end)
    }

    private mutating func emitCounted(_ inner: PatternNode, _ quantifier: PatternQuantifier, isBackward: Bool)
        throws(JSPatternError)
    {
        let counter = newRegister()
        program.append(.assign(counter, 0))
        let loop = reserve()
        program.append(.count(counter))
        try emitBody(inner, quantifier, counter: counter, isBackward: isBackward)
        program.append(.jump(loop))
        program[loop] = .loop(
            counter: counter, least: quantifier.least, most: quantifier.most ?? Int.max, isLazy: quantifier.isLazy,
            exit: program.count)
    }

    private mutating func emitBody(
        _ inner: PatternNode, _ quantifier: PatternQuantifier, counter: Int?, isBackward: Bool
    ) throws(JSPatternError) {
        if !quantifier.groups.isEmpty { program.append(.clear(quantifier.groups)) }
        guard !inner.takesSomething else { return try emit(inner, isBackward: isBackward) }
        let mark = newRegister()
        program.append(.mark(mark))
        try emit(inner, isBackward: isBackward)
        program.append(.progress(mark: mark, counter: counter, least: quantifier.least))
    }
}
