import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames

/// `CreateStateMachine`. The same request again gives the same answer; role and tags do not count for that and are not applied then.
struct CreateStateMachine: AWSWire.Operation {
    static let name = "CreateStateMachine"
    let catalog: StateMachineCatalog
    let engine: ExecutionEngine
    let clock: any WallClock
    let logging: LoggingConfiguration
    let encryption: EncryptionConfiguration
    let limits: Limits

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let action = StatesInput(input)
        let (asked, definition) = try await record(action, in: context)
        engine.programs.insert(definition.program, sha256: definition.sha256)
        // Counted apart from the decision: a few machines more than the quota are no harm.
        let isFull = catalog.count >= limits.stateMachinesMax && catalog.find(asked.arn) == nil
        let output = try await catalog.change(asked.arn) { value, mutations throws(ServiceError) in
            if let existing = value { return try Self.again(existing, asked) }
            guard !isFull else {
                throw ServiceError(
                    "StateMachineLimitExceeded", "State Machine Limit Exceeded: '\(limits.stateMachinesMax)'")
            }
            var entry = StateMachineEntry(asked)
            mutations.append(definition.mutation)
            entry.put(asked, &mutations)
            if asked.creation.isPublished {
                _ = try entry.publish(
                    description: asked.creation.description, at: asked.createdAt, limits, &mutations)
            }
            value = entry
            return Self.output(entry)
        }
        if let group = asked.settings.logGroupARN { await logging.announce(group, context) }
        return output
    }

    private func record(_ action: StatesInput, in context: RequestContext) async throws(ServiceError) -> (
        StateMachineRecord, CheckedDefinition
    ) {
        let name = try action.required("name")
        try ResourceName.check(name)
        let arn = StateMachineARN(territory: context.territory, name: name)
        let role = try RoleARN.check(try action.required("roleArn"), account: context.territory.account)
        let isExpress = try Self.isExpress(action.text("type"))
        let tags = TagList.pairs(action.json["tags"])
        try TagList.checkNames(tags, in: context)
        try TagList.check(tags, arn.text, limits)
        let creation = try action.publication()
        let configuration = try await MachineConfiguration(
            action.json, of: arn, logging: logging, encryption: encryption, in: context)
        let definition = try CheckedDefinition(
            text: try action.required("definition"), isExpress: isExpress, engine: engine,
            sealing: EncryptionConfiguration.sealingKey(configuration.encryption, for: arn))
        let now = clock.now
        var settings = MachineSettings(roleARN: role, definitionSHA256: definition.sha256, updatedAt: now)
        configuration.apply(to: &settings)
        let record = StateMachineRecord(
            arn: arn, isExpress: isExpress, settings: settings, createdAt: now, tags: tags, creation: creation)
        return (record, definition)
    }

    private static func again(_ existing: StateMachineEntry, _ asked: StateMachineRecord) throws(ServiceError)
        -> OperationOutput
    {
        let record = existing.record
        guard !record.isDeleting else { throw .stateMachineDeleting(record.arn.text) }
        guard record.settings.definitionSHA256 == asked.settings.definitionSHA256,
            record.isExpress == asked.isExpress, record.settings.isConfigured(as: asked.settings),
            record.creation == asked.creation
        else { throw .stateMachineAlreadyExists(record.arn.text) }
        return output(existing)
    }

    private static func output(_ entry: StateMachineEntry) -> OperationOutput {
        var members = JSONObject([
            ("stateMachineArn", .string(entry.record.arn.text)), ("creationDate", entry.record.createdAt.json),
        ])
        if entry.record.creation.isPublished {
            members["stateMachineVersionArn"] = .string(
                StateMachineReference.version(entry.record.arn, 1).text)
        }
        return OperationOutput(.object(members))
    }

    static func isExpress(_ type: String?) throws(ServiceError) -> Bool {
        switch type {
        case nil, "STANDARD": false
        case "EXPRESS": true
        case .some(let other):
            throw .validation(
                "1 validation error detected: Value '\(other)' at 'type' failed to satisfy constraint: "
                    + "Member must satisfy enum value set: [STANDARD, EXPRESS]")
        }
    }
}
