import ResourceNames

/// A message of a queue.
package struct MessageRow: Sendable {
    /// The queue's number, given by the queue's service; never used again.
    package var queue: Int64
    /// Rises within a queue.
    package var id: Int64
    package var visibleAt: Timestamp
    package var receiveCount: Int
    /// Raised with each receive; part of the receipt handle.
    package var generation: Int64
    package var firstReceivedAt: Timestamp?
    /// Body, attributes, ids, sent time: the service's own form.
    package var bytes: [UInt8]

    package init(
        queue: Int64, id: Int64, visibleAt: Timestamp, receiveCount: Int, generation: Int64,
        firstReceivedAt: Timestamp?, bytes: [UInt8]
    ) {
        self.queue = queue
        self.id = id
        self.visibleAt = visibleAt
        self.receiveCount = receiveCount
        self.generation = generation
        self.firstReceivedAt = firstReceivedAt
        self.bytes = bytes
    }
}
