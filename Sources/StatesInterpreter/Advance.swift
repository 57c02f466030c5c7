/// What one advance has brought about.
package struct Advance: Sendable {
    /// The complete record, in the format of `ExecutionHistory`; empty when no input applied: then nothing has changed, and nothing is to be stored.
    package let record: [UInt8]
    /// The id of the first event; the id the next event will get when there is none.
    package let firstEventID: Int64
    /// The number of events.
    package let eventCount: Int
    /// What is to be done once the record is durable, in this order.
    package let commands: [Command]
    /// For each input that was given whether it applied; those that did not are not in the record.
    package let accepted: [Bool]

    /// How the execution ended, if it did.
    package var end: ExecutionEnd? {
        if case .end(let end) = commands.last { end } else { nil }
    }
}
