import AWSWire
import JSONTree

/// `UntagResource`: removes tags of a key; no error for those that are not there.
struct UntagResource: Operation {
    static let name = "UntagResource"
    let catalogue: KeyCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let names = try request.texts("TagKeys")
        try await catalogue.change(request.requiredText("KeyId"), in: context.territory) { key throws(ServiceError) in
            try key.checkNotPending()
            for name in names { key.tags[name] = nil }
        }
        return OperationOutput()
    }
}
