import AWSWire
import Digests
import JSONTree
import ResourceNames

/// `Decrypt`: the ciphertext says under which key; a request that names one must name that.
struct Decrypt: Operation {
    static let name = "Decrypt"
    let catalogue: KeyCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        try request.checkAlgorithm("EncryptionAlgorithm")
        let (key, plaintext) = try catalogue.decrypt(
            request.blob("CiphertextBlob"), try EncryptionContext(request), expecting: request.text("KeyId"),
            in: context.territory)
        try request.endDryRun()
        return OperationOutput([
            "KeyId": .string(key.arn), "Plaintext": .string(Base64.encode(plaintext)),
            "EncryptionAlgorithm": "SYMMETRIC_DEFAULT",
        ])
    }
}

extension KeyCatalogue {
    /// Opens a ciphertext under the key it names.
    ///
    /// - Parameter expected: The key the caller takes it for, if any.
    func decrypt(
        _ bytes: [UInt8], _ context: EncryptionContext, expecting expected: String?, in territory: Territory
    ) throws(ServiceError) -> (key: KMSKey, plaintext: [UInt8]) {
        guard let blob = CiphertextBlob(bytes) else { throw .invalidCiphertext }
        guard let key = key(id: blob.keyID), key.territory.region == territory.region else {
            throw .ciphertextOfUnknownKey
        }
        if let expected {
            guard try keyOrAlias(expected, in: territory).id == key.id else {
                throw ServiceError(
                    "IncorrectKeyException",
                    "The key ID in the request does not identify a CMK that can perform this operation.")
            }
        }
        guard let plaintext = blob.open(material: try material(of: key), context) else { throw .invalidCiphertext }
        return (key, plaintext)
    }
}
