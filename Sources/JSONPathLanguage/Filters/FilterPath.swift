import JSONTree

/// A path inside a filter.
struct FilterPath: Sendable {
    /// Whether it begins at the root (`$`) and not at the node (`@`).
    let isFromRoot: Bool
    /// What follows `@` or `$`.
    let steps: [PathStep]
    /// Whether it names one node at most; otherwise its value is an array.
    let isDefinite: Bool

    /// What the path names, seen from a node.
    func value(at node: JSON, _ evaluator: inout PathEvaluator) throws(EvaluationStop) -> FilterValue {
        let found = try evaluator.matches(of: steps, from: isFromRoot ? evaluator.root : node)
        if !isDefinite { return .json(.array(found)) }
        return found.first.map(FilterValue.init) ?? .undefined
    }
}
