import JSONTree
import ResourceNames

/// The facts of an execution, shared by all copies of its state.
final class ExecutionConstants: Sendable {
    /// The facts.
    let facts: ExecutionFacts

    /// Keeps the facts.
    init(_ facts: ExecutionFacts) { self.facts = facts }

    /// `$$.Execution`. One that cannot be redriven has no count of it (observed).
    var execution: JSON {
        var members = JSONObject([
            ("Id", .string(facts.executionARN)), ("Input", facts.input.tree), ("StartTime", .string(facts.startedAt.iso8601)),
            ("Name", .string(facts.executionName)), ("RoleArn", .string(facts.roleARN)),
        ])
        if !facts.isExpress { members["RedriveCount"] = .integer(Int64(facts.redriveCount)) }
        return .object(members)
    }

    /// `$$.StateMachine`.
    var stateMachine: JSON { ["Id": .string(facts.stateMachineARN), "Name": .string(facts.stateMachineName)] }
}
