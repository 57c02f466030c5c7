import ResourceNames

/// Other forms of a record: a short one, to be kept long, and the one in which another execution shares it.
package enum RecordCompaction {
    /// The short form of a record, of which nothing is lost; `nil` when it has that form already, would not be shorter, or cannot be read: what is
    /// damaged is kept as it is.
    package static func compact(_ record: [UInt8]) -> [UInt8]? {
        // Why it cannot be read does not matter here: whoever reads its events is told.
        guard !PackedRecord.isPacked(record), (try? RecordReader(record)) != nil else { return nil }
        return PackedRecord.packed(record)
    }

    /// The form in which another execution shares a record.
    ///
    /// - Parameters:
    ///   - end: Events from this id on are left out.
    ///   - origin: The ARN of the execution it is taken from.
    /// - Returns: `nil` when no event is left.
    package static func share(_ record: [UInt8], before end: Int64, of origin: String) throws(RecordError) -> [UInt8]? {
        let reader = try RecordReader(record)
        let count = Int(min(Int64(reader.eventCount), end - reader.header.firstEventID))
        guard count > 0 else { return nil }
        return reader.withoutInputs(
            eventCount: count, eventBytes: try reader.eventBytes(count: count), origin: origin)
    }
}

extension RecordReader {
    /// The bytes of the first events.
    fileprivate func eventBytes(count: Int) throws(RecordError) -> ArraySlice<UInt8> {
        var fields = EventFields(ByteReader(eventBytes), payloads: payloads)
        for id in header.firstEventID..<header.firstEventID + Int64(count) {
            _ = try HistoryEvent(reading: &fields, id: id, timestamp: header.time)
        }
        return eventBytes[..<fields.bytes.offset]
    }

    /// Writes the record again without what it was folded from.
    fileprivate func withoutInputs(eventCount: Int, eventBytes: ArraySlice<UInt8>, origin: String) -> [UInt8] {
        var record: [UInt8] = []
        record.reserveCapacity(64 + eventBytes.count + payloads.reduce(0) { $0 + $1.count + 5 })
        record.append(RecordHeader.mark)
        record.append(RecordHeader.sharedVersion)
        record.appendText(origin)
        record.appendCount(header.semantics)
        record.appendSigned(header.time.milliseconds)
        record.appendID(header.firstEventID)
        record.appendCount(eventCount)
        record.appendCount(payloads.count)
        for payload in payloads {
            record.appendCount(payload.count)
            record.append(contentsOf: payload)
        }
        record.appendCount(eventBytes.count)
        record.append(contentsOf: eventBytes)
        let last = header.firstEventID + Int64(eventCount) - 1
        RecordBuilds.append(builds.filter { $0.task <= last }, to: &record)
        Checksum.append(to: &record)
        return record
    }
}
