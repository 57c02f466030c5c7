import AWSWire
import Digests
import JSONTree
import ResourceNames

/// `Encrypt`: up to 4 KiB.
struct Encrypt: Operation {
    static let name = "Encrypt"
    let catalogue: KeyCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        let plaintext = try request.blob("Plaintext")
        guard Limits.plaintextBytes.contains(plaintext.count) else {
            throw .validation(
                "1 validation error detected: Value at 'plaintext' failed to satisfy constraint: Member must have length less than or "
                    + "equal to \(Limits.plaintextBytes.upperBound)")
        }
        try request.checkAlgorithm("EncryptionAlgorithm")
        let key = try catalogue.keyOrAlias(request.requiredText("KeyId"), in: context.territory)
        let material = try catalogue.material(of: key)
        let blob = CiphertextBlob.seal(
            plaintext, keyID: key.id, material: material, try EncryptionContext(request))
        try request.endDryRun()
        return OperationOutput([
            "CiphertextBlob": .string(Base64.encode(blob)), "KeyId": .string(key.arn),
            "EncryptionAlgorithm": "SYMMETRIC_DEFAULT",
        ])
    }
}
