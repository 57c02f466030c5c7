import Digests
import StorageContract

/// Keys of machines and activities, for the service that keeps those.
extension ExecutionEngine {
    /// Finds out whether a key may be used for a resource.
    ///
    /// - Throws: `keyUnusable`.
    package func checkKey(_ keyID: String, for resource: String) throws(EngineFailure) {
        do throws(KeyFailure) { try services.sealer.check(keyID, for: resource) } catch { throw EngineFailure(error) }
    }

    /// Bytes as they are stored: sealed, if there is a key to seal them under.
    package func stored(_ bytes: [UInt8], as place: SealedPlace, under sealing: SealingKey?) throws(EngineFailure)
        -> [UInt8]
    {
        try services.dataKey(for: sealing)?.seal(bytes, as: place) ?? bytes
    }

    /// The name of a definition's text in the store, and the write that keeps it there. A sealed one has a name of its own for each machine and key.
    package func keeping(definition text: [UInt8], under sealing: SealingKey?) throws(EngineFailure) -> (
        sha256: [UInt8], write: Mutation
    ) {
        let owner = sealing.map { Array("\($0.resource)\n\($0.keyID)\n".utf8) } ?? []
        let sha256 = Digests.sha256(owner + text)
        let bytes = try stored(text, as: .definition(sha256: sha256), under: sealing)
        return (sha256, .putDefinition(sha256: sha256, text: bytes))
    }
}
