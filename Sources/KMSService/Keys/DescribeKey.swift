import AWSWire
import JSONTree
import ResourceNames

/// `DescribeKey`: a key by its id, its ARN or an alias, whatever state it is in.
struct DescribeKey: Operation {
    static let name = "DescribeKey"
    let catalogue: KeyCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let key = try catalogue.keyOrAlias(ActionInput(input).requiredText("KeyId"), in: context.territory)
        let hasMaterial = catalogue.vault.material(of: key.id) != nil
        return OperationOutput(["KeyMetadata": key.metadata(hasMaterial: hasMaterial)])
    }
}
