import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames

/// What the two ways to start an execution read.
struct StartReading: Sendable {
    /// Leads from the ARN to the revision.
    let catalog: StateMachineCatalog
    /// Chooses between the versions of an alias.
    let entropy: Entropy
    /// Bound the input.
    let limits: Limits

    /// Reads a start and follows its ARN.
    func request(_ input: JSON, in context: RequestContext) throws(ServiceError) -> StartRequest {
        let action = StatesInput(input)
        let target = try catalog.target(try action.reference(), chance: { entropy.next() })
        guard !target.record.isDeleting else { throw .stateMachineDeleting(target.record.arn.text) }
        if let name = action.text("name") { try ResourceName.check(name) }
        var request = StartRequest(
            stateMachine: target.record.arn, name: action.text("name"), input: try payload(action.text("input")),
            roleARN: target.settings.roleARN, definitionSHA256: target.settings.definitionSHA256,
            isExpress: target.record.isExpress)
        request.stateMachineVersionARN = target.version?.arn
        request.stateMachineAliasARN = target.alias?.arn
        // "If both sources are provided, Step Functions will use the header value (preferred)." Source: API reference, StartExecution.
        request.traceHeader = context.traceHeader ?? action.text("traceHeader")
        request.settings = target.settings.pinned
        request.sealing = EncryptionConfiguration.sealingKey(
            target.settings.encryptionConfiguration, for: target.record.arn)
        return request
    }

    /// An input as it was written; absent, `{}`.
    func payload(_ text: String?) throws(ServiceError) -> Payload {
        guard let text else { return .emptyObject }
        guard !text.isEmpty else { throw .invalidExecutionInput("Invalid execution input.") }
        guard text.utf8.count <= limits.payloadBytesMax else {
            throw .validation(
                "1 validation error detected: Value at 'input' failed to satisfy constraint: Member must have length less than or "
                    + "equal to \(limits.payloadBytesMax)")
        }
        do throws(JSONError) { return try Payload(parsing: Array(text.utf8)) } catch {
            throw .invalidExecutionInput(error.words(about: text))
        }
    }
}
