import AWSWire
import Digests
import JSONTree
import ResourceNames

/// A new data key: plain, and encrypted under a key.
struct GeneratedDataKey {
    /// The members both actions answer.
    var output: JSONObject
    /// The key itself.
    let plaintext: [UInt8]

    /// Makes one as a request asks for it.
    init(_ request: ActionInput, _ catalogue: KeyCatalogue, in territory: Territory) throws(ServiceError) {
        let count = try Self.byteCount(request)
        try request.checkAlgorithm()
        let key = try catalogue.keyOrAlias(request.requiredText("KeyId"), in: territory)
        plaintext = SecureRandom.bytes(count)
        let blob = CiphertextBlob.seal(
            plaintext, keyID: key.id, material: try catalogue.material(of: key), try EncryptionContext(request))
        try request.endDryRun()
        output = ["CiphertextBlob": .string(Base64.encode(blob)), "KeyId": .string(key.arn)]
    }

    private static func byteCount(_ request: ActionInput) throws(ServiceError) -> Int {
        switch (try request.text("KeySpec"), try request.integer("NumberOfBytes")) {
        case ("AES_256", nil): return 32
        case ("AES_128", nil): return 16
        case (nil, let count?) where Limits.generatedBytes.contains(count): return count
        default: throw .validation("Please specify either number of bytes or key spec.")
        }
    }
}
