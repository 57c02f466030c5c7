/// One match of a text.
struct Match {
    /// What was matched.
    let text: String
    /// Where it starts, in UTF-16 units.
    let start: Int
    /// Where it ends.
    let end: Int
    /// What the groups matched; `nil` for one that took no part.
    let groups: [String?]
    /// The match as an expression sees it, once that is needed or when an expression made it.
    let value: Value?
}
