import JSONTree
import ResourceNames

/// A message as it was sent; what changes with each receive is kept beside it.
struct Message: Sendable {
    /// A UUID.
    var messageID: String
    /// The account that sent it.
    var senderID: String
    var sentAt: Timestamp
    var body: String
    var bodyMD5: String
    /// `MessageAttributes` as given; `nil` when there are none.
    var attributes: JSON?
    var traceHeader: String?
    var groupID: String?
    var deduplicationID: String?
    /// The number AWS shows as `SequenceNumber`, of FIFO queues.
    var sequenceNumber: String?
    /// The queue a dead letter came from.
    var deadLetterSource: String?

    init(messageID: String, senderID: String, sentAt: Timestamp, body: String, bodyMD5: String) {
        self.messageID = messageID
        self.senderID = senderID
        self.sentAt = sentAt
        self.body = body
        self.bodyMD5 = bodyMD5
    }

    /// Reads the stored form; `nil` when it is damaged.
    init?(bytes: [UInt8]) {
        var reader = FieldReader(bytes)
        guard reader.byte() == Self.format, let sent = reader.text().flatMap({ Int64($0) }),
            let messageID = reader.text(),
            let senderID = reader.text(), let body = reader.text(), let bodyMD5 = reader.text()
        else { return nil }
        self.init(
            messageID: messageID, senderID: senderID, sentAt: Timestamp(milliseconds: sent), body: body,
            bodyMD5: bodyMD5)
        while let tag = reader.byte() {
            guard let text = reader.text() else { return nil }
            switch tag {
            case 1:
                guard let parsed = try? JSON.parse(text) else { return nil }
                attributes = parsed
            case 2: traceHeader = text
            case 3: groupID = text
            case 4: deduplicationID = text
            case 5: sequenceNumber = text
            case 6: deadLetterSource = text
            default: return nil
            }
        }
    }

    /// The stored form: a format byte, the fields every message has, then tagged ones.
    var bytes: [UInt8] {
        var writer = FieldWriter(capacity: body.utf8.count + 160)
        writer.byte(Self.format)
        writer.text(String(sentAt.milliseconds))
        writer.text(messageID)
        writer.text(senderID)
        writer.text(body)
        writer.text(bodyMD5)
        writer.field(1, attributes?.text)
        writer.field(2, traceHeader)
        writer.field(3, groupID)
        writer.field(4, deduplicationID)
        writer.field(5, sequenceNumber)
        writer.field(6, deadLetterSource)
        return writer.bytes
    }

    /// About what it takes in memory.
    var heldBytes: Int { body.utf8.count + (attributes == nil ? 0 : 1_024) + 256 }

    private static let format: UInt8 = 1
}
