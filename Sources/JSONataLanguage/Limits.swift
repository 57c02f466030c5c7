/// Bounds that no caller changes.
enum Limits {
    /// UTF-16 units an expression may have.
    static let textUnitsMax = 1 << 20
    /// Parts of an expression that may enclose each other; an operator chain counts each operator.
    static let heightMax = 4_000
    /// Brackets, functions and operators that may enclose each other to the right.
    static let nestingMax = 1_000
    /// Arrays, objects and functions made by an expression that may enclose each other.
    static let valueDepthMax = 500
    /// Arrays and objects of a result that may enclose each other: what the JSON reader takes.
    static let resultDepthMax = 1_000
    /// Elements a range may have.
    ///
    /// Source: jsonata 2.0.6, error D2014.
    static let rangeCountMax = 10_000_000.0
}
