import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames

/// `UpdateStateMachine`: running executions keep the definition and role they began with.
struct UpdateStateMachine: AWSWire.Operation {
    static let name = "UpdateStateMachine"
    let catalog: StateMachineCatalog
    let engine: ExecutionEngine
    let clock: any WallClock
    let entropy: Entropy

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let action = StatesInput(input)
        var record = try catalog.get(try action.stateMachine())
        try CreateStateMachine.refuseVersions(action)
        let hasChange = ["definition", "roleArn", "loggingConfiguration", "tracingConfiguration"].contains {
            input[$0] != nil
        }
        guard hasChange else {
            throw ServiceError(
                "MissingRequiredParameter",
                "Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified"
            )
        }
        var definition: CheckedDefinition?
        if let text = action.text("definition") {
            let checked = try CheckedDefinition(text: text, isExpress: record.isExpress, engine: engine)
            record.definitionSHA256 = checked.sha256
            definition = checked
        }
        if let role = action.text("roleArn") {
            record.roleARN = try RoleARN.check(role, account: record.arn.territory.account)
        }
        if let logging = input["loggingConfiguration"] {
            record.loggingConfiguration = LoggingConfiguration.completed(logging)
        }
        if let tracing = input["tracingConfiguration"] { record.tracingConfiguration = tracing }
        record.updatedAt = clock.now
        record.revisionID = entropy.uuid()
        if let definition { engine.programs.insert(definition.program, sha256: definition.sha256) }
        try await catalog.replace(record, definition: definition?.text)
        return OperationOutput(["updateDate": record.updatedAt.json, "revisionId": .string(record.revisionID ?? "")])
    }
}
