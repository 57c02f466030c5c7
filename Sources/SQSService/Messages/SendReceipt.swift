import JSONTree
import ResourceNames

/// What a sender is told of its message.
struct SendReceipt: Sendable {
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

    /// The row that recognises a repeat after a restart.
    func row(expiresAt: Timestamp) -> [UInt8] {
        var members = members
        members["expiresAt"] = .integer(expiresAt.milliseconds)
        return JSON.object(members).bytes
    }

    /// Reads such a row; `nil` when it is damaged.
    static func read(_ bytes: [UInt8]) -> (receipt: SendReceipt, expiresAt: Timestamp)? {
        guard let shape = try? JSON.parse(bytes), let messageID = shape["MessageId"]?.stringValue,
            let bodyMD5 = shape["MD5OfMessageBody"]?.stringValue, let expiresAt = shape["expiresAt"]?.integerValue
        else { return nil }
        let receipt = SendReceipt(
            messageID: messageID, bodyMD5: bodyMD5, attributesMD5: shape["MD5OfMessageAttributes"]?.stringValue,
            systemAttributesMD5: shape["MD5OfMessageSystemAttributes"]?.stringValue,
            sequenceNumber: shape["SequenceNumber"]?.stringValue)
        return (receipt, Timestamp(milliseconds: expiresAt))
    }
}
