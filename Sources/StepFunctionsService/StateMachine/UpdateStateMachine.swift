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
    let encryption: EncryptionConfiguration
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
        let configuration = try await MachineConfiguration(
            input, of: arn, logging: logging, encryption: encryption, in: context)
        let role: String? =
            if let text = action.text("roleArn") { try RoleARN.check(text, account: arn.territory.account) } else {
                nil
            }
        let checked = try await definition(action.text("definition"), of: existing, configuration)
        if let checked { engine.programs.insert(checked.program, sha256: checked.sha256) }
        return try await catalog.update(arn) { entry, mutations throws(ServiceError) in
            var settings = entry.record.settings
            try Self.check(settings, isStill: existing.settings)
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

    /// The definition that is to be kept: a new one, or the one there is when it is to lie under another key than before.
    private func definition(
        _ text: String?, of machine: StateMachineRecord, _ configuration: MachineConfiguration
    ) async throws(ServiceError) -> CheckedDefinition? {
        let before = machine.settings.encryptionConfiguration
        let sealing = EncryptionConfiguration.sealingKey(configuration.encryption ?? before, for: machine.arn)
        if let text {
            return try CheckedDefinition(text: text, isExpress: machine.isExpress, engine: engine, sealing: sealing)
        }
        guard sealing != EncryptionConfiguration.sealingKey(before, for: machine.arn) else { return nil }
        return try await CheckedDefinition(again: machine.settings.definitionSHA256, engine: engine, sealing: sealing)
    }

    /// A definition that was sealed for one key must not meet another.
    private static func check(_ settings: MachineSettings, isStill known: MachineSettings) throws(ServiceError) {
        let isSealed = settings.encryptionConfiguration != nil || known.encryptionConfiguration != nil
        guard isSealed,
            settings.encryptionConfiguration != known.encryptionConfiguration
                || settings.definitionSHA256 != known.definitionSHA256
        else { return }
        throw .conflict("The state machine was updated by another request. Try again.")
    }
}
