import AWSWire
import Digests
import JSONTree

/// `GenerateDataKey`: a key to encrypt with elsewhere.
struct GenerateDataKey: Operation {
    static let name = "GenerateDataKey"
    let catalogue: KeyCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        var made = try GeneratedDataKey(ActionInput(input), catalogue, in: context.territory)
        made.output["Plaintext"] = .string(Base64.encode(made.plaintext))
        return OperationOutput(.object(made.output))
    }
}
