import ResourceNames

/// The short form of a record: events and payloads without the inputs and the seed they came from. It can be shown, but not folded again.
package enum RecordCompaction {
    /// The short form of a record; `nil` when it has that form already, or cannot be read: what is damaged is kept as it is.
    package static func compact(_ record: [UInt8]) -> [UInt8]? {
        // Why it cannot be read does not matter here: whoever reads its events is told.
        guard let reader = try? RecordReader(record), reader.isReplayable else { return nil }
        return reader.compacted()
    }
}

extension RecordReader {
    /// Writes the record again in its short form.
    fileprivate func compacted() -> [UInt8] {
        var record: [UInt8] = []
        record.reserveCapacity(64 + eventBytes.count + payloads.reduce(0) { $0 + $1.count + 5 })
        record.append(RecordHeader.mark)
        record.append(RecordHeader.compactedVersion)
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
        RecordBuilds.append(builds, to: &record)
        Checksum.append(to: &record)
        return record
    }
}
