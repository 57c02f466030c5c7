import JSONTree
import ResourceNames

/// What is fixed for the life of an execution: `ExecutionStarted` and the context object show it.
package struct ExecutionFacts: Sendable {
    /// The execution's ARN.
    package var executionARN: String
    /// The execution's name.
    package var executionName: String
    /// The ARN of the machine, without version or alias.
    package var stateMachineARN: String
    /// The machine's name.
    package var stateMachineName: String
    /// The version it was started with, if any.
    package var stateMachineVersionARN: String?
    /// The alias it was started with, if any.
    package var stateMachineAliasARN: String?
    /// The role it runs under.
    package var roleARN: String
    /// Account and region.
    package var territory: Territory
    /// When it was started: `$$.Execution.StartTime`, and where the machine's `TimeoutSeconds` counts from.
    package var startedAt: Timestamp
    /// Its input, in the caller's spelling.
    package var input: Payload
    /// EXPRESS: at most five minutes, no limit on events.
    package var isExpress: Bool
    /// The behaviour number of the interpreter, pinned at the start.
    package var semantics: Int
    /// Makes its task tokens.
    package var tokens: any TaskTokenMint

    /// States the facts.
    package init(
        executionARN: String, executionName: String, stateMachineARN: String, stateMachineName: String,
        stateMachineVersionARN: String? = nil,
        stateMachineAliasARN: String? = nil, roleARN: String, territory: Territory, startedAt: Timestamp,
        input: Payload,
        isExpress: Bool = false, semantics: Int = Semantics.now, tokens: any TaskTokenMint
    ) {
        self.executionARN = executionARN
        self.executionName = executionName
        self.stateMachineARN = stateMachineARN
        self.stateMachineName = stateMachineName
        self.stateMachineVersionARN = stateMachineVersionARN
        self.stateMachineAliasARN = stateMachineAliasARN
        self.roleARN = roleARN
        self.territory = territory
        self.startedAt = startedAt
        self.input = input
        self.isExpress = isExpress
        self.semantics = semantics
        self.tokens = tokens
    }
}
