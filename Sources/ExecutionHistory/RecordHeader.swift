import ResourceNames

/// What a record says about itself besides inputs, payloads and events.
package struct RecordHeader: Sendable, Equatable {
    /// The version of the format this build writes.
    package static let formatVersion: UInt8 = 1
    /// The version of a record that an earlier build compacted: without seed and inputs.
    static let compactedVersion: UInt8 = 2
    /// The version of a record an execution shares with the one it was forked from: events of that one, without seed and inputs.
    static let sharedVersion: UInt8 = 3
    /// The version of a record that is packed: any of the others, deflated.
    static let packedVersion: UInt8 = 4
    /// The first byte of every record.
    static let mark: UInt8 = 0xE7

    /// The behaviour number of the interpreter that made it.
    package var semantics: Int
    /// The time of the advance, and of all its events.
    package var time: Timestamp
    /// Where the chance of the advance came from; 0 in a compacted or shared record.
    package var seed: UInt64
    /// The id of its first event; when it has none, the id the next event will get.
    package var firstEventID: Int64

    /// Describes a record.
    package init(semantics: Int, time: Timestamp, seed: UInt64, firstEventID: Int64) {
        self.semantics = semantics
        self.time = time
        self.seed = seed
        self.firstEventID = firstEventID
    }
}
