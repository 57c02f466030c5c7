import AWSWire
import JSONTree

/// `TagResource`: adds tags to a key.
struct TagResource: Operation {
    static let name = "TagResource"
    let catalogue: KeyCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let tags = try request.list("Tags") ?? []
        try await catalogue.change(request.requiredText("KeyId"), in: context.territory) { key throws(ServiceError) in
            try key.checkNotPending()
            try KeyTags.add(tags, to: &key, in: context)
        }
        return OperationOutput()
    }
}
