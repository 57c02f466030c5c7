import AWSWire
import JSONTree

/// `DisableKey`: nothing is encrypted or decrypted under the key until it is enabled again.
struct DisableKey: Operation {
    static let name = "DisableKey"
    let catalogue: KeyCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let id = try ActionInput(input).requiredText("KeyId")
        try await catalogue.change(id, in: context.territory) { key throws(ServiceError) in
            try key.checkNotPending()
            key.state = .disabled
        }
        return OperationOutput()
    }
}
