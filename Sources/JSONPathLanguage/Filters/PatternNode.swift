/// What a regular expression is made of.
indirect enum PatternNode {
    /// Instructions that take at most one character.
    case single(PatternInstruction)
    /// One after the other.
    case sequence([PatternNode])
    /// One of them.
    case alternatives([PatternNode])
    /// So many times one after the other; no maximum means any number.
    case repetition(PatternNode, min: Int, max: Int?)
}
