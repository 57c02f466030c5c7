import ExecutionHistory

/// Records as earlier builds left them.
package enum FormerRecords {
    /// A record as it was compacted two weeks after the end of its execution: events without the inputs and the seed they came from.
    package static func compacted(_ record: [UInt8]) -> [UInt8]? {
        // A record that is shared with another execution is the same but for its version and the name of that execution.
        guard let shared = try? RecordCompaction.share(record, before: .max, of: "") else { return nil }
        var compacted = [shared[0], 2] + shared[3..<shared.count - 4]
        Checksum.append(to: &compacted)
        return compacted
    }
}
