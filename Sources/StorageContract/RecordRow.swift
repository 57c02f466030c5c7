/// One record as stored.
package struct RecordRow: Sendable {
    package var sequence: Int64
    package var firstEventID: Int64
    package var eventCount: Int
    package var bytes: [UInt8]
    package init(sequence: Int64, firstEventID: Int64, eventCount: Int, bytes: [UInt8]) {
        self.sequence = sequence
        self.firstEventID = firstEventID
        self.eventCount = eventCount
        self.bytes = bytes
    }
}
