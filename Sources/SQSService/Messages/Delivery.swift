import JSONTree
import ResourceNames

/// A message handed to a receiver.
struct Delivery: Sendable {
    /// The message itself.
    let message: Message
    /// What deletes it.
    let handle: ReceiptHandle
    /// How often it was received, this time included.
    let receiveCount: Int
    /// When it was received first.
    let firstReceivedAt: Timestamp

    /// An element of `ReceiveMessage`'s `Messages`.
    ///
    /// - Parameters:
    ///   - attributeNames: The system attributes asked for.
    ///   - messageAttributeNames: The message attributes asked for, or patterns of them.
    func shape(attributeNames: [String], messageAttributeNames: [String]) -> JSON {
        var shape = JSONObject()
        shape["MessageId"] = .string(message.messageID)
        shape["ReceiptHandle"] = .string(handle.text)
        shape["MD5OfBody"] = .string(message.bodyMD5)
        shape["Body"] = .string(message.body)
        let system = systemAttributes(attributeNames)
        if !system.isEmpty { shape["Attributes"] = .object(system) }
        if !messageAttributeNames.isEmpty, let all = message.attributes?.objectValue {
            let selected = MessageAttributes.selected(all, by: messageAttributeNames)
            if let md5 = MessageAttributes.md5(selected) {
                shape["MD5OfMessageAttributes"] = .string(md5)
                shape["MessageAttributes"] = .object(selected)
            }
        }
        return .object(shape)
    }

    private func systemAttributes(_ names: [String]) -> JSONObject {
        guard !names.isEmpty else { return JSONObject() }
        let values: [(String, String?)] = [
            ("SenderId", message.senderID),
            ("ApproximateFirstReceiveTimestamp", String(firstReceivedAt.milliseconds)),
            ("ApproximateReceiveCount", String(receiveCount)),
            ("SentTimestamp", String(message.sentAt.milliseconds)),
            ("SequenceNumber", message.sequenceNumber),
            ("MessageDeduplicationId", message.deduplicationID),
            ("MessageGroupId", message.groupID),
            ("AWSTraceHeader", message.traceHeader),
            ("DeadLetterQueueSourceArn", message.deadLetterSource),
        ]
        var attributes = JSONObject()
        let isAll = names.contains("All")
        for (name, value) in values {
            guard let value, isAll || names.contains(name) else { continue }
            attributes[name] = .string(value)
        }
        return attributes
    }
}
