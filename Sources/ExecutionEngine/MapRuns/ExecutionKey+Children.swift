import ResourceNames
import StatesInterpreter
import StorageContract

extension ExecutionKey {
    /// The key of a Map Run's child, and with it the child's name: the same for the same ordinal, beside its neighbours in time-ordered indexes.
    ///
    /// - Parameter attempt: EXPRESS children that run again are new executions.
    func child(_ ordinal: Int, attempt: Int) -> ExecutionKey {
        let mask: UInt64 = 0x3FFF_FFFF_FFFF_FFFF
        let offset = UInt64(ordinal) &+ 1 &+ UInt64(attempt) << 40
        return ExecutionKey(high: high, low: low & ~mask | (low &+ offset) & mask)
    }
}

extension MapRunDispatch {
    /// The Map Run's key: its id.
    var key: ExecutionKey? { UUIDText.words(id).map { ExecutionKey(high: $0.high, low: $0.low) } }
}
