import JSONTree
import ResourceNames

/// What a publisher is told of its message.
struct PublishReceipt: Sendable {
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

    /// The row that recognises a repeat after a restart.
    func row(expiresAt: Timestamp) -> [UInt8] {
        var members = members
        members["expiresAt"] = .integer(expiresAt.milliseconds)
        return JSON.object(members).bytes
    }

    /// Reads such a row; `nil` when it is damaged.
    static func read(_ bytes: [UInt8]) -> (receipt: PublishReceipt, expiresAt: Timestamp)? {
        guard let shape = try? JSON.parse(bytes), let messageID = shape["MessageId"]?.stringValue,
            let expiresAt = shape["expiresAt"]?.integerValue
        else { return nil }
        return (
            PublishReceipt(messageID: messageID, sequenceNumber: shape["SequenceNumber"]?.stringValue),
            Timestamp(milliseconds: expiresAt)
        )
    }
}
