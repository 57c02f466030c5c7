/// What a regular expression is made of.
indirect enum PatternNode {
    /// One unit of a set.
    case unit(UnitSet)
    /// One unit.
    case literal(UInt16)
    /// One after the other; none at all matches the empty text.
    case sequence([PatternNode])
    /// The first of them that leads to a match.
    case alternatives([PatternNode])
    /// A capturing group, counted from 1.
    case group(Int, PatternNode)
    /// What a group holds, or the empty text when it holds nothing.
    case backreference(Int)
    /// The same for a group that has a name, which may follow.
    case namedBackreference(String)
    /// A repetition.
    case repetition(PatternNode, PatternQuantifier)
    /// Looks ahead or behind without moving.
    case look(PatternNode, isBehind: Bool, isNegated: Bool)
    /// An anchor.
    case assertion(PatternAssertion)

    /// Whether every match of this takes at least one unit.
    var takesSomething: Bool {
        switch self {
        case .unit, .literal: true
        case .sequence(let parts): parts.contains { $0.takesSomething }
        case .alternatives(let alternatives): alternatives.allSatisfy { $0.takesSomething }
        case .group(_, let inner): inner.takesSomething
        case .repetition(let inner, let quantifier): quantifier.least > 0 && inner.takesSomething
        case .backreference, .namedBackreference, .look, .assertion: false
        }
    }
}
