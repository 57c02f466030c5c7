/// The checked, runnable form of a definition. Immutable and shared by all executions that are pinned to it.
package final class Program: Sendable {
    /// The outermost states.
    package let graph: StateGraph
    /// `TimeoutSeconds` of the machine.
    package let timeoutSeconds: Int?

    /// The ARNs of the activities its states call, each once, sorted.
    package let activities: [String]

    /// The states that read variables, with the names of those, sorted: `variableReferences` of descriptions.
    package var variableReferences: [(state: String, variables: [String])] {
        graph.readers.map { ($0.name, $0.variables) }
    }

    /// Keeps what the compiler made.
    package init(graph: StateGraph, timeoutSeconds: Int?) {
        self.graph = graph
        self.timeoutSeconds = timeoutSeconds
        activities = graph.activities.sorted()
    }
}
