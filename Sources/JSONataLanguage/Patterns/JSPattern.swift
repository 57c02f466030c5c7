/// A regular expression with JavaScript's meaning, matched on UTF-16 units without the `u` flag.
///
/// Source: ECMAScript, "RegExp (Regular Expression) Objects". Matching backtracks as specified, on a stack of its own:
/// what it may cost is counted in steps and bounded in memory.
struct JSPattern: Sendable {
    /// The compiled expression.
    let program: [PatternInstruction]
    /// The sets the instructions name.
    let sets: [UnitSet]
    /// How many registers a match needs.
    let registers: Int
    /// How many groups it captures.
    let groupCount: Int
    /// Whether case is ignored when a group is referred to.
    let ignoresCase: Bool

    /// Compiles an expression. Flags: `i` ignores case, `m` lets `^` and `$` hold at every line; `g` is implied.
    init(_ source: String, flags: String) throws(JSPatternError) {
        for flag in flags.unicodeScalars where !["g", "i", "m"].contains(flag) {
            throw JSPatternError(message: "Invalid flag '\(flag)'", position: 0)
        }
        ignoresCase = flags.utf8.contains(UInt8(ascii: "i"))
        var parser = PatternParser(
            source, ignoresCase: ignoresCase, isMultiline: flags.utf8.contains(UInt8(ascii: "m")))
        let node = try parser.parse()
        groupCount = parser.scan.groups
        let compiler = try PatternCompiler(node, groups: groupCount, names: parser.names, ignoresCase: ignoresCase)
        program = compiler.program
        sets = compiler.sets
        registers = compiler.registers
    }

    /// The leftmost match that begins at a place or behind it.
    ///
    /// - Parameter steps: How many more steps may be taken; counted down.
    func firstMatch(in text: [UInt16], from start: Int, steps: inout Int) throws(StepLimit) -> JSPatternMatch? {
        guard start <= text.count else { return nil }
        var matcher = PatternMatcher(self, text: text, steps: steps)
        defer { steps = matcher.steps }
        for position in max(start, 0)...text.count {
            if let match = try matcher.match(at: position) { return match }
        }
        return nil
    }
}
