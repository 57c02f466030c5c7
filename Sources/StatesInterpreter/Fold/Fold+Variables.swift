import JSONPathLanguage
import JSONTree
import ResourceNames
import StatesLanguage

/// `Assign`. Source: Amazon States Language, "Variables", JSONPath form.
extension Fold {
    /// What a state's `Assign` makes of the value it sees as `$`. All values are worked out before any is assigned.
    mutating func assigned(_ assign: PayloadTemplate?, in value: Payload, of state: State, _ frame: Int)
        throws(StepFailure) -> JSONObject?
    {
        guard let assign else { return nil }
        guard case .object(let variables) = try self.value(of: assign, in: value, of: state, frame) else { return nil }
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
