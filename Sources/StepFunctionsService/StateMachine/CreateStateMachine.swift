import AWSWire
import Digests
import ExecutionEngine
import JSONTree
import ResourceNames
import StatesLanguage

/// `CreateStateMachine`. The same request again gives the same answer; role and tags do not count for that and are not applied then.
struct CreateStateMachine: AWSWire.Operation {
    static let name = "CreateStateMachine"
    let catalog: StateMachineCatalog
    let engine: ExecutionEngine
    let clock: any WallClock

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let action = StatesInput(input)
        let name = try action.required("name")
        try ResourceName.check(name)
        let arn = StateMachineARN(territory: context.territory, name: name)
        let role = try RoleARN.check(try action.required("roleArn"), account: context.territory.account)
        let isExpress = try Self.isExpress(action.text("type"))
        let tags = TagList.pairs(input["tags"])
        try TagList.check(tags, arn.text)
        try Self.refuseVersions(action)
        let definition = try CheckedDefinition(
            text: try action.required("definition"), isExpress: isExpress, engine: engine)
        let record = StateMachineRecord(
            arn: arn, isExpress: isExpress, roleARN: role, definitionSHA256: definition.sha256, createdAt: clock.now,
            loggingConfiguration: input["loggingConfiguration"].map(LoggingConfiguration.completed),
            tracingConfiguration: input["tracingConfiguration"],
            tags: tags)
        if let existing = catalog.find(arn) { return try Self.again(existing, record) }
        engine.programs.insert(definition.program, sha256: definition.sha256)
        guard try await catalog.insert(record, definition: definition.text) else {
            return try Self.again(try catalog.get(arn), record)
        }
        return Self.output(record)
    }

    private static func again(_ existing: StateMachineRecord, _ asked: StateMachineRecord) throws(ServiceError)
        -> OperationOutput
    {
        guard existing.definitionSHA256 == asked.definitionSHA256, existing.isExpress == asked.isExpress,
            existing.loggingConfiguration == asked.loggingConfiguration,
            existing.tracingConfiguration == asked.tracingConfiguration
        else { throw .stateMachineAlreadyExists(existing.arn.text) }
        return output(existing)
    }

    private static func output(_ record: StateMachineRecord) -> OperationOutput {
        OperationOutput(["stateMachineArn": .string(record.arn.text), "creationDate": record.createdAt.json])
    }

    static func isExpress(_ type: String?) throws(ServiceError) -> Bool {
        switch type {
        case nil, "STANDARD": false
        case "EXPRESS": true
        case .some(let other):
            throw ServiceError(
                "ValidationException",
                "1 validation error detected: Value '\(other)' at 'type' failed to satisfy constraint: "
                    + "Member must satisfy enum value set: [STANDARD, EXPRESS]")
        }
    }

    /// Versions are not served: better refused than silently not made.
    static func refuseVersions(_ action: StatesInput) throws(ServiceError) {
        if action.json["publish"]?.boolValue == true {
            throw ServiceError(
                "ValidationException", "Newel does not serve state machine versions yet: leave 'publish' out.")
        }
        if action.text("versionDescription") != nil {
            throw ServiceError("ValidationException", "Version description can only be set when publish is true")
        }
    }
}

/// A definition that passed validation, with its program.
struct CheckedDefinition {
    let text: [UInt8]
    let sha256: [UInt8]
    let program: Program

    /// - Throws: `InvalidDefinition` that names every error, in AWS's form.
    init(text: String, isExpress: Bool, engine: ExecutionEngine) throws(ServiceError) {
        self.text = Array(text.utf8)
        let check = Definition.check(self.text, type: isExpress ? .express : .standard, isServed: engine.serves)
        guard let program = check.program else {
            throw ServiceError("InvalidDefinition", check.refusal ?? "Invalid State Machine Definition")
        }
        self.program = program
        sha256 = Digests.sha256(self.text)
    }
}

/// Logging as DescribeStateMachine shows it: members that were not given stand at their defaults.
enum LoggingConfiguration {
    static func completed(_ json: JSON) -> JSON {
        guard var object = json.objectValue else { return StateMachineRecord.loggingDefault }
        if object["level"] == nil { object["level"] = "OFF" }
        if object["includeExecutionData"] == nil { object["includeExecutionData"] = false }
        return .object(object)
    }
}

/// The role a machine runs as.
enum RoleARN {
    /// - Throws: `InvalidArn` when it is no role; `AccessDeniedException` when it is another account's.
    static func check(_ text: String, account: String) throws(ServiceError) -> String {
        guard let arn = ARN(text), arn.service == "iam", arn.resource.hasPrefix("role/"), arn.resource.utf8.count > 5
        else {
            throw ServiceError("InvalidArn", "Invalid Role Arn: '\(text)'")
        }
        guard arn.account == account else {
            throw ServiceError("AccessDeniedException", "Cross-account pass role is not allowed.")
        }
        return text
    }
}
