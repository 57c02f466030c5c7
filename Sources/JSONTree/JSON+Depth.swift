extension JSON {
    /// Whether arrays and objects are nested deeper than so many levels; a scalar has depth 0.
    ///
    /// The reader refuses text deeper than its limit. A value computed here has no such guard: whoever lets values grow
    /// from each other (a template that wraps its own input, in a loop) asks this before keeping the result, since text
    /// too deep to be read again cannot be recovered, and every walk over a value takes stack for each level.
    package func isDeeper(than limit: Int) -> Bool {
        switch self {
        case .array(let elements):
            guard limit > 0 else { return true }
            return elements.contains { $0.isDeeper(than: limit - 1) }
        case .object(let object):
            guard limit > 0 else { return true }
            return object.members.contains { $0.value.isDeeper(than: limit - 1) }
        default: return false
        }
    }
}
