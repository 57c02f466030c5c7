import ResourceNames
import StatesInterpreter
import StorageContract

extension ExecutionKey {
    /// The key of a Map Run's child: the same for the same ordinal, beside its neighbours in time-ordered indexes. A child that is redriven keeps it.
    func child(_ ordinal: Int) -> ExecutionKey { sibling(UInt64(ordinal) &+ 1) }

    /// The name of an EXPRESS child, whose key is the id behind the name in its ARN.
    func expressChildName(_ ordinal: Int) -> String { sibling(UInt64(ordinal) &+ 1 &+ 1 << 48).uuid }

    private func sibling(_ offset: UInt64) -> ExecutionKey {
        let mask: UInt64 = 0x3FFF_FFFF_FFFF_FFFF
        return ExecutionKey(high: high, low: low & ~mask | (low &+ offset) & mask)
    }
}

extension MapRunDispatch {
    /// The Map Run's key: its id.
    var key: ExecutionKey? { UUIDText.words(id).map { ExecutionKey(high: $0.high, low: $0.low) } }
}
