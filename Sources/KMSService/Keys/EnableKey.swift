import AWSWire
import JSONTree

/// `EnableKey`: what the key has encrypted can be read again.
struct EnableKey: Operation {
    static let name = "EnableKey"
    let catalogue: KeyCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let id = try ActionInput(input).requiredText("KeyId")
        try await catalogue.change(id, in: context.territory) { key throws(ServiceError) in
            try key.checkNotPending()
            key.state = .enabled
        }
        return OperationOutput()
    }
}

extension KMSKey {
    /// Refuses a change of a key that waits for its deletion.
    func checkNotPending() throws(ServiceError) {
        if case .pendingDeletion = state { throw .invalidState("\(arn) is pending deletion.") }
    }
}
