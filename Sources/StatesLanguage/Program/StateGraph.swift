/// States that can reach one another: the machine's, a branch's, or an item processor's.
package struct StateGraph: Sendable {
    /// The index in `states` where it begins.
    package let startAt: Int
    /// In the order of the definition.
    package let states: [State]
    /// Finds a state by its name.
    package let indexByName: [String: Int]

    /// Keeps the states and indexes their names, which the compiler has made sure are distinct.
    package init(startAt: Int, states: [State]) {
        self.startAt = startAt
        self.states = states
        indexByName = Dictionary(states.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The ARNs of the activities its states and those inside them call.
    var activities: Set<String> {
        states.reduce(into: []) { activities, state in
            switch state.kind {
            case .task(let task) where task.resource.kind == .activity: activities.insert(task.resource.text)
            case .parallel(let parallel):
                for branch in parallel.branches { activities.formUnion(branch.activities) }
            case .map(let map): activities.formUnion(map.processor.activities)
            default: break
            }
        }
    }

    /// The states here and inside that read variables, in the order of the definition.
    var readers: [State] {
        states.flatMap { state in
            let own = state.variables.isEmpty ? [] : [state]
            return switch state.kind {
            case .parallel(let parallel): own + parallel.branches.flatMap(\.readers)
            case .map(let map): own + map.processor.readers
            default: own
            }
        }
    }
}
