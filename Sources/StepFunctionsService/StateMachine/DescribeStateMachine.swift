import AWSWire
import ExecutionEngine
import JSONTree
import ResourceNames
import StatesLanguage

/// `DescribeStateMachine`: the machine as it is now, or one of its versions; an alias is described by the version it leads to first.
struct DescribeStateMachine: AWSWire.Operation {
    static let name = "DescribeStateMachine"
    let catalog: StateMachineCatalog
    let engine: ExecutionEngine

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let action = StatesInput(input)
        let target = try catalog.target(try action.reference(), chance: { 0 })
        let (record, settings) = (target.record, target.settings)
        var output = JSONObject([
            ("stateMachineArn", .string(target.version?.arn ?? record.arn.text)), ("name", .string(record.arn.name)),
            ("status", .string(record.status)),
        ])
        try await engine.append(definition: settings.definitionSHA256, isShown: action.wantsData, to: &output)
        output["roleArn"] = .string(settings.roleARN)
        output["type"] = .string(record.type)
        output["creationDate"] = (target.version?.createdAt ?? record.createdAt).json
        settings.append(to: &output)
        if let description = target.version?.description { output["description"] = .string(description) }
        return OperationOutput(.object(output))
    }
}

extension ExecutionEngine {
    /// Adds a stored definition and, if its states read variables, which ones; `{}` when it is not to be shown.
    ///
    /// Source: API reference, DescribeStateMachine, `definition`: with `METADATA_ONLY` "the returned definition will be {}".
    func append(definition sha256: [UInt8], isShown: Bool, to output: inout JSONObject) async throws(ServiceError) {
        guard isShown else {
            output["definition"] = "{}"
            return
        }
        output["definition"] = .string(try await definitionText(sha256))
        do throws(EngineFailure) {
            let references = try programs.program(sha256: sha256).variableReferences
            guard !references.isEmpty else { return }
            output["variableReferences"] = .object(
                JSONObject(references.map { ($0.state, .array($0.variables.map { .string($0) })) }))
        } catch {
            throw ServiceError(error)
        }
    }

    /// A stored definition as text.
    private func definitionText(_ sha256: [UInt8]) async throws(ServiceError) -> String {
        do throws(EngineFailure) {
            guard let bytes = try await definition(sha256: sha256) else {
                throw .unavailable("the definition is not in the store")
            }
            return String(decoding: bytes, as: UTF8.self)
        } catch {
            throw ServiceError(error)
        }
    }
}
