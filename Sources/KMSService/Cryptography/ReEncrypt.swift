import AWSWire
import Digests
import JSONTree
import ResourceNames

/// `ReEncrypt`: under another key or context, without showing the plaintext.
struct ReEncrypt: Operation {
    static let name = "ReEncrypt"
    let catalogue: KeyCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        try request.checkAlgorithm("SourceEncryptionAlgorithm", "DestinationEncryptionAlgorithm")
        let (source, plaintext) = try catalogue.decrypt(
            request.blob("CiphertextBlob"), try EncryptionContext(request, "SourceEncryptionContext"),
            expecting: request.text("SourceKeyId"), in: context.territory)
        let target = try catalogue.keyOrAlias(request.requiredText("DestinationKeyId"), in: context.territory)
        let blob = CiphertextBlob.seal(
            plaintext, keyID: target.id, material: try catalogue.material(of: target),
            try EncryptionContext(request, "DestinationEncryptionContext"))
        try request.endDryRun()
        return OperationOutput([
            "CiphertextBlob": .string(Base64.encode(blob)), "SourceKeyId": .string(source.arn),
            "KeyId": .string(target.arn), "SourceEncryptionAlgorithm": "SYMMETRIC_DEFAULT",
            "DestinationEncryptionAlgorithm": "SYMMETRIC_DEFAULT",
        ])
    }
}
