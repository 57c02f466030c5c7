/// What must hold for a field: `status = 4* || status = 5*`.
indirect enum FieldCondition: Sendable {
    case both(FieldCondition, FieldCondition)
    case either(FieldCondition, FieldCondition)
    case compare(JSONCondition.Comparison, JSONCondition.Operand)

    /// Whether it holds for a text, which counts as a number where it is compared with one.
    func holds(_ text: String) -> Bool {
        switch self {
        case .both(let one, let other): one.holds(text) && other.holds(text)
        case .either(let one, let other): one.holds(text) || other.holds(text)
        case .compare(let comparison, .number(let wanted)):
            Double(text).map { comparison.holds($0, wanted) } ?? (comparison == .unequal)
        case .compare(let comparison, let operand): operand.isMet(by: text) == (comparison == .equal)
        }
    }
}
