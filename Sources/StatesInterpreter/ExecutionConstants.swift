import JSONTree
import ResourceNames

/// The facts of an execution, shared by all copies of its state.
final class ExecutionConstants: Sendable {
    /// The facts.
    let facts: ExecutionFacts

    /// Keeps the facts.
    init(_ facts: ExecutionFacts) { self.facts = facts }

    /// `$$.Execution`.
    ///
    /// - Parameters:
    ///   - redriveCount: How often it has been redriven.
    ///   - redrivenAt: When it was redriven last.
    func execution(redriveCount: Int, redrivenAt: Timestamp?) -> JSON {
        var execution = JSONObject([
            ("Id", .string(facts.executionARN)), ("Input", facts.input.tree),
            ("StartTime", .string(facts.startedAt.iso8601)),
            ("Name", .string(facts.executionName)), ("RoleArn", facts.roleARN.isEmpty ? .null : .string(facts.roleARN)),
        ])
        // Observed on AWS: EXPRESS executions, which cannot be redriven, lack it.
        if !facts.isExpress { execution["RedriveCount"] = .integer(Int64(redriveCount)) }
        if let redrivenAt { execution["RedriveTime"] = .string(redrivenAt.iso8601) }
        return .object(execution)
    }

    /// `$$.StateMachine`.
    var stateMachine: JSON { ["Id": .string(facts.stateMachineARN), "Name": .string(facts.stateMachineName)] }
}
