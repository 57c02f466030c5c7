import JSONTree

/// One side of an operator.
enum FilterOperand: Sendable {
    /// It stands in the filter.
    case literal(FilterValue)
    /// It is found by a path.
    case path(FilterPath)

    /// The operand's value, seen from a node.
    func value(at node: JSON, _ evaluator: inout PathEvaluator) throws(EvaluationStop) -> FilterValue {
        switch self {
        case .literal(let value): value
        case .path(let path): try path.value(at: node, &evaluator)
        }
    }
}
