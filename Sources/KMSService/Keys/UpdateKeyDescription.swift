import AWSWire
import JSONTree

/// `UpdateKeyDescription`.
struct UpdateKeyDescription: Operation {
    static let name = "UpdateKeyDescription"
    let catalogue: KeyCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let description = try request.text("Description") ?? ""
        try await catalogue.change(request.requiredText("KeyId"), in: context.territory) { key throws(ServiceError) in
            try key.checkNotPending()
            key.description = description
        }
        return OperationOutput()
    }
}
