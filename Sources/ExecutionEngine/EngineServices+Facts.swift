import JSONTree
import ResourceNames
import StatesInterpreter
import StorageContract

extension EngineServices {
    /// What is fixed for the life of an execution.
    func facts(key: ExecutionKey, arn: ExecutionARN, details: ExecutionDetails, startedAt: Timestamp, input: Payload)
        -> ExecutionFacts
    {
        let machine = arn.stateMachine
        return ExecutionFacts(
            executionARN: arn.text, executionName: arn.name, stateMachineARN: machine.text,
            stateMachineName: machine.name, stateMachineVersionARN: details.stateMachineVersionARN,
            stateMachineAliasARN: details.stateMachineAliasARN,
            roleARN: details.roleARN, territory: machine.territory, startedAt: startedAt, input: input,
            isExpress: details.isExpress, semantics: details.semantics,
            tokens: ExecutionTokenMint(
                execution: key, account: UInt64(machine.territory.account) ?? 0, key: tokenKey))
    }
}
