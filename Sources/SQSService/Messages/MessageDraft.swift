import AWSWire
import Digests
import JSONTree

/// A message as a sender wants it, checked against its queue.
struct MessageDraft: Sendable {
    /// The text.
    let body: String
    let bodyMD5: String
    /// `MessageAttributes` as given.
    let attributes: JSON?
    let attributesMD5: String?
    let traceHeader: String?
    let systemAttributesMD5: String?
    /// The message's own delay; `nil`: the queue's.
    let delaySeconds: Int?
    /// The message group.
    let groupID: String?
    /// In FIFO queues: as given, or the hash of the body.
    let deduplicationID: String?
    /// As it counts towards the limits.
    let size: Int

    /// Checks the members that `SendMessage` and an entry of `SendMessageBatch` share.
    init(_ input: ActionInput, for queue: QueueAttributes) throws(ServiceError) {
        body = try input.requiredText("MessageBody")
        guard MessageText.isValid(body) else { throw MessageText.invalidCharacters }
        attributes = input.value("MessageAttributes")
        var size = body.utf8.count
        if let attributes {
            guard let map = attributes.objectValue else { throw .wrongType("MessageAttributes", expected: "a map") }
            size += try MessageAttributes.check(map)
            attributesMD5 = MessageAttributes.md5(map)
        } else {
            attributesMD5 = nil
        }
        self.size = size
        guard size <= queue.maximumMessageSize else {
            throw .invalidValue(
                "One or more parameters are invalid. Reason: Message must be shorter than \(queue.maximumMessageSize) bytes."
            )
        }
        (traceHeader, systemAttributesMD5) = try Self.systemAttributes(input)
        delaySeconds = try Self.delay(input, isFIFO: queue.isFIFO)
        groupID = try Self.identifier("MessageGroupId", input)
        let given = try Self.identifier("MessageDeduplicationId", input)
        if queue.isFIFO {
            guard groupID != nil else { throw .missingParameter("MessageGroupId") }
            guard given != nil || queue.deduplicatesByContent else {
                throw .invalidValue(
                    "The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly"
                )
            }
            deduplicationID = given ?? Digests.hex(Digests.sha256(body.utf8))
        } else {
            guard given == nil else {
                throw .invalidValue(
                    given ?? "", of: "MessageDeduplicationId",
                    reason: "The request includes a parameter that is not valid for this queue type.")
            }
            deduplicationID = nil
        }
        bodyMD5 = Digests.hex(Digests.md5(body.utf8))
    }

    private static func systemAttributes(_ input: ActionInput) throws(ServiceError) -> (trace: String?, md5: String?) {
        guard let map = input.value("MessageSystemAttributes")?.objectValue, !map.isEmpty else { return (nil, nil) }
        for (name, attribute) in map {
            guard name == "AWSTraceHeader" else {
                throw .invalidValue("Message system attribute name '\(name)' is invalid.")
            }
            guard attribute["DataType"]?.stringValue == "String" else {
                throw .invalidValue("The message system attribute '\(name)' must be of type String.")
            }
        }
        return (map["AWSTraceHeader"]?["StringValue"]?.stringValue, MessageAttributes.md5(map))
    }

    private static func delay(_ input: ActionInput, isFIFO: Bool) throws(ServiceError) -> Int? {
        guard let delay = try input.integer("DelaySeconds") else { return nil }
        guard (0...Limits.delayMax).contains(delay) else {
            throw .invalidValue(String(delay), of: "DelaySeconds", reason: "DelaySeconds must be >= 0 and <= 900.")
        }
        guard !isFIFO || delay == 0 else {
            throw .invalidValue(
                String(delay), of: "DelaySeconds",
                reason: "The request include parameter that is not valid for this queue type.")
        }
        return isFIFO ? nil : delay
    }

    /// Letters, digits and punctuation, at most 128.
    private static func identifier(_ name: String, _ input: ActionInput) throws(ServiceError) -> String? {
        guard let text = try input.text(name) else { return nil }
        guard (1...128).contains(text.utf8.count), text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw .invalidValue(
                text, of: name,
                reason: "\(name) can only include alphanumeric and punctuation characters. 1 to 128 in length.")
        }
        return text
    }
}
