import JSONTree
import StorageContract

/// What a publisher is told of its message.
struct PublishReceipt: StoredReceipt {
    /// A UUID.
    let messageID: String
    /// Of FIFO topics.
    let sequenceNumber: String?

    /// A receipt with a number only in FIFO topics.
    init(messageID: String, sequenceNumber: String?) {
        self.messageID = messageID
        self.sequenceNumber = sequenceNumber
    }

    /// The members of `Publish`'s output.
    var members: JSONObject {
        var members = JSONObject([("MessageId", .string(messageID))])
        if let sequenceNumber { members["SequenceNumber"] = .string(sequenceNumber) }
        return members
    }

    /// Reads those members; `nil` when they are not all there.
    init?(members: JSON) {
        guard let messageID = members["MessageId"]?.stringValue else { return nil }
        self.init(messageID: messageID, sequenceNumber: members["SequenceNumber"]?.stringValue)
    }
}
