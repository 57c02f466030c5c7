import JSONTree
import ResourceNames

/// A record, opened. Payloads and events are read when they are asked for.
package struct RecordReader: Sendable {
    /// What the record says about itself.
    package let header: RecordHeader
    /// The number of its events.
    package let eventCount: Int
    /// Whether it can be folded again: a shared record, and one that an earlier build compacted, has no inputs and no seed.
    package let isReplayable: Bool
    /// The ARN of the execution a shared record is taken from; `nil` for an execution's own.
    package let origin: String?
    /// Its inputs, in the interpreter's own spelling; none in a record that is not replayable.
    package let inputs: ArraySlice<UInt8>
    /// The texts of its payloads.
    package let payloads: [ArraySlice<UInt8>]
    /// Its events, one after the other.
    let eventBytes: ArraySlice<UInt8>
    /// Builds of its tasks, as they were noted.
    package let builds: [TaskBuild]
    /// Where the events end and builds may begin.
    let eventsEnd: Int

    /// Opens a record.
    ///
    /// - Throws: `RecordError` when the bytes are torn, changed or of an unknown version.
    package init(_ stored: [UInt8]) throws(RecordError) {
        let record = try PackedRecord.unpacked(stored)
        let end = try Self.checkedEnd(of: record)
        var reader = ByteReader(record[..<end])
        guard try reader.byte() == RecordHeader.mark else { throw RecordError(.malformed, at: 0) }
        let version = try reader.byte()
        guard (RecordHeader.formatVersion...RecordHeader.sharedVersion).contains(version) else {
            throw RecordError(.unknownVersion, at: 1)
        }
        let isReplayable = version == RecordHeader.formatVersion
        self.isReplayable = isReplayable
        origin = version == RecordHeader.sharedVersion ? try reader.text() : nil
        header = RecordHeader(
            semantics: try reader.integer(), time: Timestamp(milliseconds: try reader.signed()),
            seed: isReplayable ? try reader.word() : 0, firstEventID: try reader.id())
        eventCount = try reader.length()
        inputs = try reader.slice(isReplayable ? reader.length() : 0)
        let payloadCount = try reader.length()
        var payloads: [ArraySlice<UInt8>] = []
        payloads.reserveCapacity(payloadCount)
        for _ in 0..<payloadCount { payloads.append(try reader.slice(reader.length())) }
        self.payloads = payloads
        eventBytes = try reader.slice(reader.length())
        eventsEnd = reader.offset
        var builds: [TaskBuild] = []
        if !reader.isAtEnd {
            for _ in 0..<(try reader.length()) {
                builds.append(TaskBuild(task: try reader.id(), build: try reader.text()))
            }
        }
        self.builds = builds
        guard reader.isAtEnd else { throw RecordError(.malformed, at: reader.offset) }
    }

    /// Where the checksum of a record begins, which has been compared.
    static func checkedEnd(of record: [UInt8]) throws(RecordError) -> Int {
        guard record.count >= 6 else { throw RecordError(.torn, at: record.count) }
        let end = record.count - 4
        let stored = record[end...].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let computed = record.withUnsafeBytes { Checksum.of(UnsafeRawBufferPointer(rebasing: $0[..<end])) }
        guard stored == computed else { throw RecordError(.damaged, at: end) }
        return end
    }

    /// The id of the last event; one less than the first when there is none.
    package var lastEventID: Int64 { header.firstEventID + Int64(eventCount) - 1 }

    /// The events, oldest first.
    package func events() throws(RecordError) -> [HistoryEvent] {
        var fields = EventFields(ByteReader(eventBytes), payloads: payloads)
        var events: [HistoryEvent] = []
        events.reserveCapacity(eventCount)
        for id in header.firstEventID..<header.firstEventID + Int64(eventCount) {
            events.append(try HistoryEvent(reading: &fields, id: id, timestamp: header.time))
        }
        guard fields.isAtEnd else { throw RecordError(.malformed, at: eventBytes.endIndex) }
        return events
    }

    /// The text of a payload, parsed.
    package func payload(at index: Int) throws(RecordError) -> Payload {
        guard payloads.indices.contains(index) else { throw RecordError(.malformed, at: 0) }
        do {
            return try Payload(parsing: Array(payloads[index]))
        } catch {
            throw RecordError(.malformed, at: payloads[index].startIndex + error.offset)
        }
    }
}
