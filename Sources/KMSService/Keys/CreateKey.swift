import AWSWire
import Digests
import JSONTree
import ResourceNames

/// `CreateKey`: a symmetric key, enabled at once. A call that is repeated after a crash finds the key it made.
struct CreateKey: Operation {
    static let name = "CreateKey"
    let catalogue: KeyCatalogue

    func run(_ input: JSON, in context: RequestContext) async throws(ServiceError) -> OperationOutput {
        let request = ActionInput(input)
        try Self.check(request)
        let id = context.idempotencyKey.isEmpty ? Self.freshID() : Self.id(of: context.idempotencyKey)
        var key = KMSKey(
            id: id, territory: context.territory, createdAt: catalogue.now,
            description: try request.text("Description") ?? "",
            policy: try KeyPolicy.given(by: request, of: context.territory.account)
                ?? KeyPolicy.standard(context.territory.account))
        try KeyTags.add(request.list("Tags") ?? [], to: &key, in: context)
        if context.idempotencyKey.isEmpty {
            try await catalogue.create(key)
        } else {
            key = try await catalogue.createOnce(key)
        }
        return OperationOutput(["KeyMetadata": key.metadata(hasMaterial: true)])
    }

    /// Refuses kinds of keys that are not made here.
    private static func check(_ request: ActionInput) throws(ServiceError) {
        for member in ["KeySpec", "CustomerMasterKeySpec"] {
            let spec = try request.text(member) ?? "SYMMETRIC_DEFAULT"
            guard spec == "SYMMETRIC_DEFAULT" else { throw .unsupported("A key of the spec \(spec)") }
        }
        let usage = try request.text("KeyUsage") ?? "ENCRYPT_DECRYPT"
        guard usage == "ENCRYPT_DECRYPT" else {
            throw .validation("KeyUsage \(usage) is not compatible with KeySpec SYMMETRIC_DEFAULT")
        }
        let origin = try request.text("Origin") ?? "AWS_KMS"
        guard origin == "AWS_KMS" else { throw .unsupported("A key of the origin \(origin)") }
        guard try !request.flag("MultiRegion") else { throw .unsupported("A multi-Region key") }
        guard try request.text("CustomKeyStoreId") == nil else { throw .unsupported("A custom key store") }
    }

    /// A random UUID.
    static func freshID() -> String { uuid(SecureRandom.bytes(16)) }

    /// The UUID that belongs to a call and its repeats.
    private static func id(of idempotencyKey: String) -> String { uuid(Digests.sha256(idempotencyKey.utf8)) }

    private static func uuid(_ bytes: [UInt8]) -> String {
        let words = bytes.withUnsafeBytes { bytes in
            (bytes.loadUnaligned(as: UInt64.self), bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        }
        return UUIDText.version4(high: words.0, low: words.1)
    }
}
