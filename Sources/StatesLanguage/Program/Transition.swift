/// Where a state leads.
package enum Transition: Sendable, Equatable {
    /// The index of the next state in the same graph.
    case next(Int)
    /// `"End": true`, or a terminal type.
    case end
}
