import AWSWire
import Digests
import JSONTree

extension ActionInput {
    /// Reads a shape; failures are those of KMS.
    init(_ shape: JSON) { self.init(shape, words: Self.kms) }

    private static let kms = Words(
        missing: {
            .validation(
                "1 validation error detected: Value null at '\($0.smallFirst)' failed to satisfy constraint: Member must not be null"
            )
        },
        wrongType: { .validation("\($0) must be \($1)") })

    /// A member that is a blob.
    func blob(_ name: String) throws(ServiceError) -> [UInt8] {
        guard let bytes = Base64.decode(try requiredText(name)) else {
            throw ServiceError("SerializationException", "\(name) is not base64")
        }
        return bytes
    }

    /// Refuses an algorithm that symmetric keys do not have, and a recipient: there are no enclaves here.
    func checkAlgorithm(_ names: String...) throws(ServiceError) {
        for name in names {
            guard let algorithm = try text(name), algorithm != "SYMMETRIC_DEFAULT" else { continue }
            throw ServiceError(
                "InvalidKeyUsageException", "The key does not support the encryption algorithm \(algorithm).")
        }
        guard value("Recipient") == nil else { throw .unsupported("A recipient in an enclave") }
    }

    /// Ends a request that asked only whether it would succeed.
    func endDryRun() throws(ServiceError) {
        guard try flag("DryRun") else { return }
        throw ServiceError(
            "DryRunOperationException", "The request would have succeeded, but the DryRun option is set.")
    }
}

extension String {
    /// With a small first letter.
    fileprivate var smallFirst: String { prefix(1).lowercased() + dropFirst() }
}
