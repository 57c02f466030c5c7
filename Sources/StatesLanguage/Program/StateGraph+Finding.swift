extension StateGraph {
    /// A state by its name, wherever inside; names are distinct throughout a definition.
    package func find(_ name: String) -> (graph: StateGraph, index: Int)? {
        if let index = indexByName[name] { return (self, index) }
        for state in states {
            switch state.kind {
            case .parallel(let parallel):
                for branch in parallel.branches {
                    if let found = branch.find(name) { return found }
                }
            case .map(let map): if let found = map.processor.find(name) { return found }
            default: break
            }
        }
        return nil
    }
}
