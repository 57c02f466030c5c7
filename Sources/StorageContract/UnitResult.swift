/// What became of a unit.
package enum UnitResult: Sendable, Equatable {
    case committed
    /// The shard has a newer owner.
    case staleEpoch
    /// A row that must not exist does (`insertResource`, `insertExecution`), or one that must exist does not, or the position is not the expected one. Nothing of the unit was written.
    case conflict(index: Int)
    /// The disk failed; nothing of the batch may be taken as written. The connection was closed and reopened.
    /// Or moved records that the unit needs cannot be read; then nothing of this unit was written.
    case failed(StoreError)
}

extension UnitResult {
    /// What it means for a writer that expected no conflict; `nil` when the unit was committed.
    package var failure: StoreError? {
        switch self {
        case .committed: nil
        case .conflict: StoreError(.unavailable, "a row was changed by somebody else")
        case .staleEpoch: StoreError(.unavailable, "another process owns the store")
        case .failed(let error): error
        }
    }
}
