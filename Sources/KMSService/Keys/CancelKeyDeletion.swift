import AWSWire
import JSONTree

/// `CancelKeyDeletion`: the key stays, disabled.
struct CancelKeyDeletion: Operation {
    static let name = "CancelKeyDeletion"
    let catalogue: KeyCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let id = try ActionInput(input).requiredText("KeyId")
        var arn = ""
        try await catalogue.change(id, in: context.territory) { key throws(ServiceError) in
            guard case .pendingDeletion = key.state else { throw .invalidState("\(key.arn) is not pending deletion.") }
            key.state = .disabled
            arn = key.arn
        }
        return OperationOutput(["KeyId": .string(arn)])
    }
}
