/// One text being matched: registers, and a stack of what to try when the way taken fails.
struct PatternMatcher {
    /// Steps that may still be taken.
    private(set) var steps: Int
    private let pattern: JSPattern
    private let text: [UInt16]
    private var registers: [Int]
    private var frames: [PatternFrame] = []
    private var place = 0
    private var position = 0

    /// Prepares to match.
    init(_ pattern: JSPattern, text: [UInt16], steps: Int) {
        self.pattern = pattern
        self.text = text
        self.steps = steps
        registers = [Int](repeating: -1, count: pattern.registers)
    }

    /// The match that begins at a place, if there is one.
    mutating func match(at start: Int) throws(StepLimit) -> JSPatternMatch? {
        (place, position) = (0, start)
        for index in registers.indices { registers[index] = -1 }
        frames.removeAll(keepingCapacity: true)
        try spend(1 + registers.count / 16)
        while true {
            try spend(1)
            if case .accept = pattern.program[place] { return result(from: start) }
            if try !advance(), try !backtrack() { return nil }
        }
    }

    private func result(from start: Int) -> JSPatternMatch {
        let groups = (1..<pattern.groupCount + 1).map { group -> Range<Int>? in
            let (from, to) = (registers[2 * group], registers[2 * group + 1])
            return from >= 0 && to >= from ? from..<to : nil
        }
        return JSPatternMatch(range: start..<position, groups: groups)
    }

    private mutating func spend(_ count: Int) throws(StepLimit) {
        steps -= count
        if steps < 0 { throw StepLimit() }
    }

    private mutating func push(_ frame: PatternFrame) throws(StepLimit) {
        guard frames.count < PatternLimits.framesMax else { throw StepLimit() }
        frames.append(frame)
    }

    private mutating func set(_ register: Int, to value: Int) throws(StepLimit) {
        guard registers[register] != value else { return }
        // Without another way to go nobody comes back to what was there.
        if !frames.isEmpty { try push(PatternFrame(kind: .restore, target: register, value: registers[register])) }
        registers[register] = value
    }

    /// Carries out the instruction at the current place; `false` when it fails.
    private mutating func advance() throws(StepLimit) -> Bool {
        let here = place
        place += 1
        switch pattern.program[here] {
        case .literal(let unit, let isBackward): return take(isBackward) { _, next in next == unit }
        case .set(let set, let isBackward):
            return take(isBackward) { pattern, next in pattern.sets[set].contains(next) }
        case .run(let set, let least, let most, let isLazy, let isBackward):
            return try run(set, least: least, most: most, isLazy: isLazy, isBackward: isBackward)
        case .backreference(let group, let isBackward): return try take(group: group, isBackward)
        case .assertion(let assertion): return holds(assertion)
        case .jump(let target): place = target
        case .split(let first, let second):
            try push(PatternFrame(kind: .resume, target: second, value: position))
            place = first
        case .mark(let register): try set(register, to: position)
        case .assign(let register, let value): try set(register, to: value)
        case .clear(let groups):
            try spend(groups.count)
            for register in 2 * groups.lowerBound..<2 * groups.upperBound { try set(register, to: -1) }
        case .loop(let counter, let least, let most, let isLazy, let exit):
            try loop(registers[counter], least: least, most: most, isLazy: isLazy, exit: exit)
        case .count(let counter): try set(counter, to: registers[counter] + 1)
        case .progress(let mark, let counter, let least):
            let isNeeded = counter.map { registers[$0] <= least } ?? false
            return isNeeded || registers[mark] != position
        case .look(let register, let otherwise): try look(register, otherwise: otherwise)
        case .lookFound(let register): try endLook(register)
        case .lookRefuted(let register):
            unwind(to: registers[register])
            return false
        case .accept: break
        }
        return true
    }

    private mutating func take(_ isBackward: Bool, _ isTaken: (JSPattern, UInt16) -> Bool) -> Bool {
        let index = isBackward ? position - 1 : position
        guard index >= 0, index < text.count, isTaken(pattern, text[index]) else { return false }
        position += isBackward ? -1 : 1
        return true
    }

    private mutating func take(group: Int, _ isBackward: Bool) throws(StepLimit) -> Bool {
        let (from, to) = (registers[2 * group], registers[2 * group + 1])
        guard from >= 0, to >= from else { return true }
        try spend(to - from)
        let start = isBackward ? position - (to - from) : position
        guard start >= 0, start + to - from <= text.count else { return false }
        for offset in 0..<to - from {
            let (one, other) = (text[from + offset], text[start + offset])
            let isSame =
                one == other || pattern.ignoresCase && CaseFolding.canonical(one) == CaseFolding.canonical(other)
            guard isSame else { return false }
        }
        position = isBackward ? start : start + to - from
        return true
    }

    private func holds(_ assertion: PatternAssertion) -> Bool {
        switch assertion {
        case .textStart: return position == 0
        case .textEnd: return position == text.count
        case .lineStart: return position == 0 || UnitSet.lineEnds.contains(text[position - 1])
        case .lineEnd: return position == text.count || UnitSet.lineEnds.contains(text[position])
        case .wordBoundary, .noWordBoundary:
            let isBefore = position > 0 && UnitSet.wordUnits.contains(text[position - 1])
            let isAfter = position < text.count && UnitSet.wordUnits.contains(text[position])
            return (isBefore != isAfter) == (assertion == .wordBoundary)
        }
    }
}

extension PatternMatcher {
    private mutating func loop(_ count: Int, least: Int, most: Int, isLazy: Bool, exit: Int) throws(StepLimit) {
        if count < least { return }
        if count >= most {
            place = exit
        } else if isLazy {
            try push(PatternFrame(kind: .resume, target: place, value: position))
            place = exit
        } else {
            try push(PatternFrame(kind: .resume, target: exit, value: position))
        }
    }

    /// A run of units of one set: one frame, however long it is.
    private mutating func run(_ set: Int, least: Int, most: Int, isLazy: Bool, isBackward: Bool) throws(StepLimit)
        -> Bool
    {
        let room = isBackward ? position : text.count - position
        guard least <= room else { return false }
        let wanted = isLazy ? least : min(most, room)
        let start = position
        var count = 0
        while count < wanted, take(isBackward, { pattern, next in pattern.sets[set].contains(next) }) { count += 1 }
        try spend(count)
        guard count >= least else { return false }
        let direction = isBackward ? -1 : 1
        if isLazy {
            let limit = start + direction * min(most, room)
            if position != limit {
                try push(PatternFrame(kind: .takeMore, target: place - 1, value: position, limit: limit))
            }
        } else if count > least {
            let limit = start + direction * least
            try push(PatternFrame(kind: .giveBack, target: place, value: position, limit: limit))
        }
        return true
    }

    private mutating func look(_ register: Int, otherwise: Int?) throws(StepLimit) {
        // The registers change without a trace: each look sets them before it reads them.
        registers[register] = frames.count
        registers[register + 1] = position
        try push(PatternFrame(kind: .resume, target: otherwise ?? -1, value: position))
    }

    private mutating func endLook(_ register: Int) throws(StepLimit) {
        let height = registers[register]
        try spend(frames.count - height)
        position = registers[register + 1]
        // What captures held before stays to be restored when the whole look is given up.
        let kept = frames[height...].filter { $0.kind == .restore }
        frames.replaceSubrange(height..., with: kept)
    }

    private mutating func unwind(to height: Int) {
        while frames.count > height, let frame = frames.popLast() {
            if frame.kind == .restore { registers[frame.target] = frame.value }
        }
    }

    /// Goes back to the last way not tried; `false` when there is none.
    private mutating func backtrack() throws(StepLimit) -> Bool {
        while let frame = frames.popLast() {
            try spend(1)
            switch frame.kind {
            case .restore: registers[frame.target] = frame.value
            case .resume:
                guard frame.target >= 0 else { continue }
                (place, position) = (frame.target, frame.value)
                return true
            case .giveBack:
                giveBack(frame)
                return true
            case .takeMore: if takeMore(frame) { return true }
            }
        }
        return false
    }

    private mutating func giveBack(_ frame: PatternFrame) {
        (place, position) = (frame.target, frame.value + (frame.limit < frame.value ? -1 : 1))
        guard position != frame.limit else { return }
        var rest = frame
        rest.value = position
        frames.append(rest)
    }

    private mutating func takeMore(_ frame: PatternFrame) -> Bool {
        guard case .run(let set, _, _, _, let isBackward) = pattern.program[frame.target] else { return false }
        (place, position) = (frame.target + 1, frame.value)
        guard take(isBackward, { pattern, next in pattern.sets[set].contains(next) }) else { return false }
        guard position != frame.limit else { return true }
        var rest = frame
        rest.value = position
        frames.append(rest)
        return true
    }
}
