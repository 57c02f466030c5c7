/// Why a regular expression is not one.
struct JSPatternError: Error, Equatable {
    /// For people.
    let message: String
    /// Where in the expression, in UTF-16 units.
    let position: Int
}
