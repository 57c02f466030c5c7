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
    private func accepts(_ node: JSON, isNegated: Bool, _ evaluator: inout PathEvaluator) throws(EvaluationStop) -> Bool {
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

/// A path inside a filter.
struct FilterPath: Sendable {
    /// Whether it begins at the root (`$`) and not at the node (`@`).
    let isFromRoot: Bool
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

/// One side of an operator.
enum FilterOperand: Sendable {
    /// It stands in the filter.
    case literal(FilterValue)
    case path(FilterPath)

    /// The operand's value, seen from a node.
    func value(at node: JSON, _ evaluator: inout PathEvaluator) throws(EvaluationStop) -> FilterValue {
        switch self {
        case .literal(let value): value
        case .path(let path): try path.value(at: node, &evaluator)
        }
    }
}

/// A value as the operators of filters tell them apart.
enum FilterValue: Sendable {
    /// The path names nothing.
    case undefined
    case null
    case bool(Bool)
    /// A number; always one of the three forms of `JSON` numbers.
    case number(JSON)
    case string(String)
    /// An array or an object.
    case json(JSON)
    /// `/…/`.
    case pattern(Pattern)

    init(_ value: JSON) {
        switch value {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .string(let value): self = .string(value)
        case .integer, .double, .decimal: self = .number(value)
        case .array, .object: self = .json(value)
        }
    }

    /// The elements, if it is an array.
    var elements: [JSON]? { if case .json(let value) = self { value.arrayValue } else { nil } }
}
