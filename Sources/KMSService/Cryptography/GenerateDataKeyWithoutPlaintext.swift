import AWSWire
import JSONTree

/// `GenerateDataKeyWithoutPlaintext`: a key that is decrypted where it is needed.
struct GenerateDataKeyWithoutPlaintext: Operation {
    static let name = "GenerateDataKeyWithoutPlaintext"
    let catalogue: KeyCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let made = try GeneratedDataKey(ActionInput(input), catalogue, in: context.territory)
        return OperationOutput(.object(made.output))
    }
}
