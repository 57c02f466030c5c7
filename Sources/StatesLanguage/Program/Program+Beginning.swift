extension Program {
    /// The same states, begun at one of them, wherever it stands; `nil` when there is none of that name.
    package func beginning(at name: String) -> Program? {
        graph.holding(name).map { Program(graph: $0, timeoutSeconds: nil) }
    }
}

extension StateGraph {
    /// The state it begins at.
    package var first: State { states[startAt] }

    /// The graph that has a state of a name, begun there: this one, or one inside its states.
    fileprivate func holding(_ name: String) -> StateGraph? {
        if let index = indexByName[name] { return StateGraph(startAt: index, states: states) }
        for state in states {
            for inner in state.kind.graphs {
                if let found = inner.holding(name) { return found }
            }
        }
        return nil
    }
}

extension StateKind {
    /// The graphs of branches or of an item processor.
    package var graphs: [StateGraph] {
        switch self {
        case .parallel(let parallel): parallel.branches
        case .map(let map): [map.processor]
        default: []
        }
    }

    /// The name of the type, as `Type` has it.
    package var typeName: String {
        switch self {
        case .task: "Task"
        case .pass: "Pass"
        case .choice: "Choice"
        case .wait: "Wait"
        case .succeed: "Succeed"
        case .fail: "Fail"
        case .parallel: "Parallel"
        case .map: "Map"
        }
    }
}
