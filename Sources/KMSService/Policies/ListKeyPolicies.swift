import AWSWire
import JSONTree

/// `ListKeyPolicies`: always the one.
struct ListKeyPolicies: Operation {
    static let name = "ListKeyPolicies"
    let catalogue: KeyCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        _ = try catalogue.key(ActionInput(input).requiredText("KeyId"), in: context.territory)
        return OperationOutput(["PolicyNames": [.string(KeyPolicy.name)], "Truncated": false])
    }
}
