import ExecutionHistory
import ResourceNames
import StatesInterpreter
import StatesLanguage

/// This build does not make of a record's inputs what the record says.
package struct ReplayMismatch: Error, Sendable, Equatable {
    /// What differs, for people.
    package let message: String
}

extension ExecutionState {
    /// Folds a stored record's inputs again and compares. Of a record that is shared with the execution it was forked from, it takes the events over.
    ///
    /// - Returns: The record's time.
    package mutating func replay(_ record: [UInt8], program: Program) throws(ReplayMismatch) -> Timestamp {
        let header: RecordHeader
        let inputs: [Input]
        let bare: [UInt8]
        do throws(RecordError) {
            let reader = try RecordReader(record)
            header = reader.header
            guard reader.origin == nil else {
                share(upTo: reader.lastEventID, at: header.time)
                return header.time
            }
            inputs = try reader.foldableInputs()
            bare = try RecordBuilds.removed(from: record)
        } catch {
            throw ReplayMismatch(message: "it cannot be read: \(error)")
        }
        let result = advance(inputs, program: program, at: header.time, seed: header.seed)
        guard result.record == bare else {
            throw ReplayMismatch(
                message:
                    "folding its inputs gives \(result.eventCount) events from \(result.firstEventID) on in \(result.record.count) bytes, "
                    + "the log has \(record.count) bytes from event \(header.firstEventID) on")
        }
        return header.time
    }
}
