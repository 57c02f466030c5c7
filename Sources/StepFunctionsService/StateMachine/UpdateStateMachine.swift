import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames

/// `UpdateStateMachine`: running executions keep the revision they began with. What changes nothing makes no revision.
struct UpdateStateMachine: AWSWire.Operation {
    static let name = "UpdateStateMachine"
    private static let changing = [
        "definition", "roleArn", "loggingConfiguration", "tracingConfiguration", "encryptionConfiguration",
    ]
    let catalog: StateMachineCatalog
    let engine: ExecutionEngine
    let clock: any WallClock
    let entropy: Entropy
    let logging: LoggingConfiguration
    let limits: Limits

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let action = StatesInput(input)
        let arn = try action.stateMachine()
        let existing = try catalog.get(arn).record
        guard !existing.isDeleting else { throw .stateMachineDeleting(arn.text) }
        let publication = try action.publication()
        guard Self.changing.contains(where: { input[$0] != nil }) else {
            throw ServiceError(
                "MissingRequiredParameter",
                "Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified"
            )
        }
        let configuration = try await MachineConfiguration(input, logging: logging, in: context)
        let role: String? =
            if let text = action.text("roleArn") { try RoleARN.check(text, account: arn.territory.account) } else {
                nil
            }
        var definition: CheckedDefinition?
        if let text = action.text("definition") {
            let checked = try CheckedDefinition(text: text, isExpress: existing.isExpress, engine: engine)
            engine.programs.insert(checked.program, sha256: checked.sha256)
            definition = checked
        }
        let checked = definition
        return try await catalog.update(arn) { entry, mutations throws(ServiceError) in
            var settings = entry.record.settings
            if let role { settings.roleARN = role }
            if let checked { settings.definitionSHA256 = checked.sha256 }
            configuration.apply(to: &settings)
            if !settings.isSame(as: entry.record.settings) {
                settings.updatedAt = clock.now
                settings.revisionID = entropy.uuid()
                if let checked { mutations.append(checked.mutation) }
                var record = entry.record
                record.settings = settings
                entry.put(record, &mutations)
            }
            var output = JSONObject([("updateDate", settings.updatedAt.json)])
            if let revision = settings.revisionID { output["revisionId"] = .string(revision) }
            if publication.isPublished {
                let version = try entry.publish(
                    description: publication.description, at: clock.now, limits, &mutations)
                output["stateMachineVersionArn"] = .string(version.arn)
            }
            return OperationOutput(.object(output))
        }
    }
}
