import AWSWire
import Digests
import JSONTree

/// `GenerateRandom`: bytes nobody can guess.
struct GenerateRandom: Operation {
    static let name = "GenerateRandom"

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        try request.checkAlgorithm()
        guard try request.text("CustomKeyStoreId") == nil else { throw .unsupported("A custom key store") }
        guard let count = try request.integer("NumberOfBytes"), Limits.generatedBytes.contains(count) else {
            throw .validation("NumberOfBytes is required.")
        }
        return OperationOutput(["Plaintext": .string(Base64.encode(SecureRandom.bytes(count)))])
    }
}
