/// One instruction of a compiled regular expression. Places are indexes of instructions.
///
/// Registers hold captures (two for each group, the whole match being group 0), counters, positions and heights of the
/// stack; −1 stands for unset.
enum PatternInstruction: Sendable, Equatable {
    /// Takes one unit.
    case literal(UInt16, isBackward: Bool)
    /// Takes one unit of the set with this number.
    case set(Int, isBackward: Bool)
    /// Takes as many units of a set as a quantifier says and as lead to a match.
    case run(set: Int, least: Int, most: Int, isLazy: Bool, isBackward: Bool)
    /// Takes what a group holds.
    case backreference(Int, isBackward: Bool)
    /// Goes on only where the assertion holds.
    case assertion(PatternAssertion)
    /// Goes on elsewhere.
    case jump(Int)
    /// Goes on at the first place; at the second when that fails.
    case split(Int, Int)
    /// Puts the position into a register.
    case mark(Int)
    /// Puts a number into a register.
    case assign(Int, Int)
    /// Clears the captures of these groups.
    case clear(Range<Int>)
    /// Decides about another repetition by the counter: its body follows, `exit` is where it ends.
    case loop(counter: Int, least: Int, most: Int, isLazy: Bool, exit: Int)
    /// Counts a repetition.
    case count(Int)
    /// Fails when nothing was taken since the register was marked, unless the counter says the repetition was needed.
    case progress(mark: Int, counter: Int?, least: Int)
    /// Begins to look around: remembers position and height. A negated one goes on at `otherwise` when its body fails.
    case look(register: Int, otherwise: Int?)
    /// Ends a look whose body matched: goes back to where it began, without its other ways to match.
    case lookFound(register: Int)
    /// Ends a negated look whose body matched: all of it fails.
    case lookRefuted(register: Int)
    /// The expression has matched.
    case accept
}
