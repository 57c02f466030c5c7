import JSONTree
import ResourceNames

/// Collects one advance and writes it as a record: inputs, payloads, events, checksum. Events are appended as bytes by the functions in `Events/`.
package struct RecordWriter: Sendable {
    /// What the record says about itself.
    package let header: RecordHeader
    /// The inputs, in the interpreter's own spelling.
    package var inputs: [UInt8] = []
    /// The id of the event written last.
    package private(set) var lastEventID: Int64
    /// The events so far, one after the other.
    var events: [UInt8] = []
    private var table = PayloadTable()
    private var checkpoint: Checkpoint?
    private let checkpointID: Int64

    /// Begins a record.
    ///
    /// - Parameter checkpointID: The writer remembers where the event with this id begins, so that `dropFromCheckpoint` can undo it and what follows.
    package init(_ header: RecordHeader, checkpointID: Int64 = .max) {
        self.header = header
        self.checkpointID = checkpointID
        lastEventID = header.firstEventID - 1
        events.reserveCapacity(1_024)
        inputs.reserveCapacity(64)
    }

    /// The number of events written.
    package var eventCount: Int { Int(lastEventID - header.firstEventID + 1) }
    /// The bytes of all distinct payloads so far.
    package var payloadByteCount: Int { table.byteCount }

    /// The index under which inputs and events name a payload.
    package mutating func reference(_ payload: Payload) -> Int { table.index(of: payload) }

    /// Undoes the event at the checkpoint and all that followed it.
    ///
    /// - Precondition: That event has been written.
    package mutating func dropFromCheckpoint() {
        guard let checkpoint else { preconditionFailure("there is nothing to undo before the checkpoint is reached") }
        events.removeLast(events.count - checkpoint.eventBytes)
        table.truncate(to: checkpoint.payloads)
        lastEventID = checkpointID - 1
        self.checkpoint = nil
    }

    /// Writes what all events have and yields the event's id; its details follow.
    mutating func begin(_ type: HistoryEventType, previous: Int64) -> Int64 {
        lastEventID += 1
        if lastEventID == checkpointID {
            checkpoint = Checkpoint(eventBytes: events.count, payloads: table.payloads.count)
        }
        events.append(type.rawValue)
        events.appendID(previous)
        return lastEventID
    }

    /// Appends the reference to a payload to the event being written.
    mutating func append(_ payload: Payload) { events.appendCount(table.index(of: payload)) }

    /// The complete record.
    package consuming func finish() -> [UInt8] {
        var record: [UInt8] = []
        record.reserveCapacity(64 + inputs.count + events.count + table.byteCount + 5 * table.payloads.count)
        record.append(RecordHeader.mark)
        record.append(RecordHeader.formatVersion)
        record.appendCount(header.semantics)
        record.appendSigned(header.time.milliseconds)
        record.appendWord(header.seed)
        record.appendID(header.firstEventID)
        record.appendCount(eventCount)
        record.appendCount(inputs.count)
        record.append(contentsOf: inputs)
        record.appendCount(table.payloads.count)
        for payload in table.payloads {
            record.appendCount(payload.byteCount)
            record.append(contentsOf: payload.bytes)
        }
        record.appendCount(events.count)
        record.append(contentsOf: events)
        Checksum.append(to: &record)
        return record
    }

    /// How far the record had come when the event at the checkpoint began.
    private struct Checkpoint: Sendable {
        let eventBytes: Int
        let payloads: Int
    }
}
