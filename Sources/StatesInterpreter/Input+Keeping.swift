import ExecutionHistory
import ResourceNames

/// An input on its own, for the time in which it cannot be folded: a record without events.
extension Input {
    /// The stored form.
    package var bytes: [UInt8] {
        var record = RecordWriter(
            RecordHeader(semantics: Semantics.now, time: Timestamp(milliseconds: 0), seed: 0, firstEventID: 1))
        write(into: &record)
        return record.finish()
    }

    /// Reads the stored form.
    package init(bytes: [UInt8]) throws(RecordError) {
        guard let input = try RecordReader(bytes).foldableInputs().first else { throw RecordError(.malformed, at: 0) }
        self = input
    }
}
