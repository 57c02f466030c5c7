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
}
