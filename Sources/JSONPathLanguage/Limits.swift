/// The bounds within which texts are read and evaluated, so that no input can hang or exhaust the stack.
enum Limits {
    /// UTF-8 bytes of a path or an intrinsic function call; far above what a definition can hold in one field.
    static let textBytesMax = 1 << 20
    /// Steps of one path that is not a chain of names and indexes.
    static let stepsMax = 128
    /// Filters inside filters, brackets in a filter expression, and literals inside literals.
    static let filterDepthMax = 24
    /// Intrinsic calls inside intrinsic calls.
    static let callDepthMax = 10
    /// Objects and arrays inside a payload template.
    static let templateDepthMax = 200
    /// Nodes visited by one evaluation of a path, filters included.
    static let visitsMax = 1_000_000
    /// Steps and filters one evaluation may be inside of at a time; bounds the stack.
    static let visitDepthMax = 400
    /// Instructions of one regular expression.
    static let patternInstructionsMax = 4_000
    /// Groups inside groups of a regular expression.
    static let patternDepthMax = 24
}
