import ResourceNames

/// What the index knows of a message.
struct IndexedMessage: Sendable {
    /// Where a message stands.
    enum Phase: Equatable {
        /// Sent, but its row is not durable yet: nobody sees it. Leads to `available` or `delayed`, or it is taken back.
        case reserved
        /// May be received. Leads to `receiving`.
        case available
        /// Becomes available at an instant.
        case delayed(until: Timestamp)
        /// Was received; becomes available again at an instant.
        case inFlight(until: Timestamp)
        /// A receive is on its way to the disk. Leads to `inFlight`, or back.
        case receiving
        /// A change of its visibility is on its way to the disk. Leads to `inFlight`, or back.
        case changing
    }

    /// Where it stands.
    var phase: Phase
    /// How often it was received.
    var receiveCount = 0
    /// The number of the last receive.
    var generation: Int64 = 0
    var firstReceivedAt: Timestamp?
    let sentAt: Timestamp
    /// The message group, in FIFO queues only.
    let group: String?
    /// The message itself, if memory allows.
    var content: Message?

    /// A message never received.
    init(phase: Phase, sentAt: Timestamp, group: String?, content: Message?) {
        self.phase = phase
        self.sentAt = sentAt
        self.group = group
        self.content = content
    }
}
