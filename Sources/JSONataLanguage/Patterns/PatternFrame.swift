/// What a match has put aside to come back to.
struct PatternFrame {
    /// What to do with it.
    enum Kind: UInt8 {
        /// Restore a register: `target` is its number, `value` what it held.
        case restore
        /// Go on at the instruction `target` from the position `value`.
        case resume
        /// The same, after giving back one unit of a run that began at `limit`, forwards or backwards.
        case giveBack
        /// The same, after taking one more unit of the lazy run at `target`, which may reach as far as `limit`.
        case takeMore
    }

    /// What to do.
    var kind: Kind
    /// A register or an instruction.
    var target: Int
    /// A register's value or a position.
    var value: Int
    /// How far a run may go.
    var limit = 0
}
