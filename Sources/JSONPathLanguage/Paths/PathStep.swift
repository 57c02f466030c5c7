/// One step of a path, from a node to the nodes it names.
indirect enum PathStep: Sendable {
    /// `.name`, `['name']`.
    case key(String)
    /// `['a','b']`.
    case keys([String])
    /// `[0]`, `[-1]`.
    case index(Int)
    /// `[0,2]`.
    case indices([Int])
    /// `[1:3]`, with at least one bound.
    case slice(from: Int?, to: Int?)
    /// `.*`, `[*]`.
    case wildcard
    /// `..`; another step follows.
    case scan
    /// `[?(…)]`.
    case filter(FilterExpression)
    /// `.length()`.
    case function(PathFunctionCall)

    /// Whether the step leads to one node at most. Several names count as one node, the object of them, at the end only.
    func isDefinite(isLast: Bool) -> Bool {
        switch self {
        case .key, .index, .function: true
        case .keys: isLast
        case .indices, .slice, .wildcard, .scan, .filter: false
        }
    }
}
