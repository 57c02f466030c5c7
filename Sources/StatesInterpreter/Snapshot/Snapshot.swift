import ExecutionHistory
import JSONTree
import ResourceNames
import StatesLanguage

/// A folded execution as bytes: a cache that saves folding a long log from its start, never a source of truth.
///
/// It names states and not indexes, says which behaviour number and which position of the log it belongs to, and carries a checksum. One that
/// does not decode is ignored.
package struct Snapshot: Sendable {
    /// The execution as it was after the record at `sequence`.
    package let state: ExecutionState
    /// The number of the last record folded into it.
    package let sequence: Int64

    /// Its first byte; no record begins so.
    static let mark: UInt8 = 0x53
    /// Rises whenever the layout changes; snapshots of others are ignored. The layout is part of logs too, by fork points: once a version has been
    /// released, its reader has to stay.
    static let formatVersion: UInt8 = 2

    /// Writes an execution down.
    ///
    /// - Precondition: It runs: of an execution that has ended nothing is folded any more.
    /// - Parameter sequence: The number of the last record folded into it.
    package static func bytes(of state: ExecutionState, after sequence: Int64) -> [UInt8] {
        precondition(!state.isEnded, "an execution that has ended needs no snapshot")
        var bytes: [UInt8] = [mark, formatVersion]
        bytes.appendCount(state.facts.semantics)
        bytes.appendID(sequence)
        bytes.append(contentsOf: SnapshotWriter.bytes(of: state.core))
        let checksum = bytes.withUnsafeBytes { Checksum.of($0) }
        withUnsafeBytes(of: checksum.littleEndian) { bytes.append(contentsOf: $0) }
        return bytes
    }

    /// Reads what `bytes(of:after:)` wrote for the same execution; `nil` when it is torn, changed, of another format or behaviour, or does not
    /// fit the program.
    package init?(_ bytes: [UInt8], facts: ExecutionFacts, program: Program) {
        guard bytes.count > 6, bytes[0] == Self.mark, bytes[1] == Self.formatVersion else { return nil }
        let end = bytes.count - 4
        let stored = bytes[end...].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        guard stored == bytes.withUnsafeBytes({ Checksum.of(UnsafeRawBufferPointer(rebasing: $0[..<end])) }) else {
            return nil
        }
        do throws(RecordError) {
            var reader = SnapshotReader(ByteReader(bytes[2..<end]), program: program)
            guard try reader.bytes.integer() == facts.semantics else { return nil }
            sequence = try reader.bytes.id()
            guard let core = try reader.whole() else { return nil }
            state = ExecutionState(facts: facts, core: core)
        } catch {
            return nil
        }
    }
}
