import StorageContract

/// Opening what lies in the store. What is not sealed passes as it is.
extension EngineServices {
    /// Bytes of a place as they were before they were stored.
    func open(_ bytes: [UInt8], as place: SealedPlace) throws(EngineFailure) -> [UInt8] {
        do throws(KeyFailure) { return try sealer.open(bytes, as: place) } catch { throw EngineFailure(error) }
    }

    /// The details in an execution's row, opened.
    ///
    /// - Returns: `nil` when the row is damaged.
    func details(of row: ExecutionRow) throws(EngineFailure) -> ExecutionDetails? {
        guard var details = ExecutionDetails(bytes: row.bytes) else { return nil }
        try details.open(of: row.key, with: self)
        return details
    }

    /// What an execution's row says, opened.
    func description(of row: ExecutionRow) throws(EngineFailure) -> ExecutionDescription {
        var description = try ExecutionEngine.description(of: row)
        try description.details.open(of: row.key, with: self)
        return description
    }

    /// The data key to seal with now; `nil` without a key to seal under.
    func dataKey(for sealing: SealingKey?) throws(EngineFailure) -> DataKey? {
        guard let sealing else { return nil }
        do throws(KeyFailure) { return try sealer.dataKey(for: sealing) } catch { throw EngineFailure(error) }
    }
}

extension EngineFailure {
    /// Damage is the store's failure; all else says that the key cannot be used.
    init(_ failure: KeyFailure) {
        if case .damaged = failure { self = .unavailable(failure.message) } else { self = .keyUnusable(failure) }
    }
}
