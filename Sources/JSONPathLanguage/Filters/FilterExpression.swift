import JSONTree

/// What stands in `[?(…)]`.
indirect enum FilterExpression: Sendable {
    /// All must hold.
    case and([FilterExpression])
    /// One must hold.
    case or([FilterExpression])
    /// Must not hold.
    case not(FilterExpression)
    /// A path alone: it must name something.
    case exists(FilterPath)
    /// Two operands with an operator between them.
    case comparison(FilterOperand, FilterOperator, FilterOperand)

    /// Whether the expression holds for a node.
    func accepts(_ node: JSON, _ evaluator: inout PathEvaluator) throws(EvaluationStop) -> Bool {
        try accepts(node, isNegated: false, &evaluator)
    }

    /// - Parameter isNegated: Whether a `!` stands before it: then AWS takes an explicit `null` for absent; observed.
    private func accepts(_ node: JSON, isNegated: Bool, _ evaluator: inout PathEvaluator) throws(EvaluationStop) -> Bool
    {
        try evaluator.spend()
        switch self {
        case .and(let parts):
            for part in parts where try !part.accepts(node, isNegated: false, &evaluator) { return false }
            return true
        case .or(let parts):
            for part in parts where try part.accepts(node, isNegated: false, &evaluator) { return true }
            return false
        case .not(let part): return try !part.accepts(node, isNegated: !isNegated, &evaluator)
        case .exists(let path):
            switch try path.value(at: node, &evaluator) {
            case .undefined: return false
            case .null: return !isNegated
            default: return true
            }
        case .comparison(let left, let comparison, let right):
            let left = try left.value(at: node, &evaluator)
            return try comparison.holds(left, right.value(at: node, &evaluator), &evaluator)
        }
    }
}
