import JSONTree
import StorageContract

/// What a sender is told of its message.
struct SendReceipt: StoredReceipt {
    var messageID: String
    var bodyMD5: String
    var attributesMD5: String?
    var systemAttributesMD5: String?
    var sequenceNumber: String?

    init(
        messageID: String, bodyMD5: String, attributesMD5: String?, systemAttributesMD5: String?,
        sequenceNumber: String?
    ) {
        self.messageID = messageID
        self.bodyMD5 = bodyMD5
        self.attributesMD5 = attributesMD5
        self.systemAttributesMD5 = systemAttributesMD5
        self.sequenceNumber = sequenceNumber
    }

    /// The members of `SendMessage`'s output.
    var members: JSONObject {
        var members = JSONObject()
        members["MD5OfMessageBody"] = .string(bodyMD5)
        if let attributesMD5 { members["MD5OfMessageAttributes"] = .string(attributesMD5) }
        if let systemAttributesMD5 { members["MD5OfMessageSystemAttributes"] = .string(systemAttributesMD5) }
        members["MessageId"] = .string(messageID)
        if let sequenceNumber { members["SequenceNumber"] = .string(sequenceNumber) }
        return members
    }

    /// Reads those members; `nil` when they are not all there.
    init?(members: JSON) {
        guard let messageID = members["MessageId"]?.stringValue, let bodyMD5 = members["MD5OfMessageBody"]?.stringValue
        else { return nil }
        self.init(
            messageID: messageID, bodyMD5: bodyMD5, attributesMD5: members["MD5OfMessageAttributes"]?.stringValue,
            systemAttributesMD5: members["MD5OfMessageSystemAttributes"]?.stringValue,
            sequenceNumber: members["SequenceNumber"]?.stringValue)
    }
}
