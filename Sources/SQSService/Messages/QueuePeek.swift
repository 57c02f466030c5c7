import JSONTree
import ResourceNames
import StorageContract

/// Messages of a queue as they lie there; nothing is received.
struct QueuePeek: Sendable {
    /// Where queues are found.
    let catalogue: QueueCatalogue

    /// The oldest messages of a queue; `nil` when there is no such queue.
    ///
    /// - Parameters:
    ///   - arn: The queue's ARN.
    ///   - limit: How many are enough.
    func messages(_ arn: String, _ limit: Int) async throws(StoreError) -> [JSON]? {
        guard let queue = QueueKey(arn: arn).flatMap({ catalogue.find($0) }) else { return nil }
        let number = queue.number
        let rows = try await queue.store.read { reader throws(StoreError) in
            try reader.messages(queue: number, after: 0, limit: limit)
        }
        let now = catalogue.surroundings.clock.now
        return rows.compactMap { row in Message(bytes: row.bytes).map { Self.json($0, row, now) } }
    }

    private static func json(_ message: Message, _ row: MessageRow, _ now: Timestamp) -> JSON {
        let phase = row.visibleAt <= now ? "waiting" : row.receiveCount > 0 ? "inFlight" : "delayed"
        return [
            "id": .string(message.messageID), "body": .string(message.body), "phase": .string(phase),
            "sentAt": .integer(message.sentAt.milliseconds), "receiveCount": .integer(Int64(row.receiveCount)),
            "visibleAt": .integer(row.visibleAt.milliseconds), "attributes": message.attributes ?? .null,
            "group": message.groupID.map { .string($0) } ?? .null,
        ]
    }
}
