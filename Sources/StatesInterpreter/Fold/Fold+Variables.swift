import JSONPathLanguage
import JSONTree
import ResourceNames
import StatesLanguage

/// `Assign`. Source: Amazon States Language, "Variables", JSONPath form.
extension Fold {
    /// What an `Assign` makes of what it sees. All values are worked out before any is assigned.
    ///
    /// - Parameters:
    ///   - field: Where it stands.
    ///   - value: `$` in JSONPath.
    ///   - view: What expressions see.
    mutating func assigned(
        _ assign: ValueTemplate?, field: String = "Assign", in value: Payload, _ view: ExpressionView = .init(),
        of state: State, _ frame: Int
    ) throws(StepFailure) -> JSONObject? {
        guard let assign else { return nil }
        let assigned = try self.value(of: assign, field: field, in: value, view, of: state, frame)
        guard case .object(let variables) = assigned else { return nil }
        let size = JSON.object(variables).bytes.count
        producedBytes += size
        core.variableBytes += size
        if core.variableBytes > Limits.variableBytes { core.variableBytes = size + bytesOfVariables }
        guard size <= Limits.assignedBytes, core.variableBytes <= Limits.variableBytes else {
            throw .dataLimitExceeded(by: state.name, event: core.frames[frame].enteredEvent)
        }
        return variables
    }

    private var bytesOfVariables: Int {
        core.frames.reduce(0) { $0 + JSON.object($1.variables).bytes.count }
    }
}
