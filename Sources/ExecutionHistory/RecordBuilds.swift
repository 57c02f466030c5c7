/// The builds of the tasks of a record, behind its events. They are told, not folded: the interpreter knows nothing of them, and a log without them means the same.
package enum RecordBuilds {
    /// A record with builds.
    ///
    /// - Parameter record: Has none yet.
    package static func adding(_ builds: [TaskBuild], to record: [UInt8]) -> [UInt8] {
        guard !builds.isEmpty else { return record }
        var whole = Array(record.dropLast(4))
        append(builds, to: &whole)
        Checksum.append(to: &whole)
        return whole
    }

    /// The record as the interpreter made it.
    package static func removed(from stored: [UInt8]) throws(RecordError) -> [UInt8] {
        let record = try PackedRecord.unpacked(stored)
        let reader = try RecordReader(record)
        guard !reader.builds.isEmpty else { return record }
        var bare = Array(record[..<reader.eventsEnd])
        Checksum.append(to: &bare)
        return bare
    }

    /// Appends builds to a record that has everything else but its checksum.
    static func append(_ builds: [TaskBuild], to record: inout [UInt8]) {
        guard !builds.isEmpty else { return }
        record.appendCount(builds.count)
        for build in builds {
            record.appendID(build.task)
            record.appendText(build.build)
        }
    }
}
