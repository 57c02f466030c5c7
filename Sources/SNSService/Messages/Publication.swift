import AWSWire
import Digests
import JSONTree

/// A message as a publisher wants it, checked against its topic.
struct Publication: Sendable {
    /// The message as given.
    let message: String
    /// The message per protocol, of `MessageStructure: json`.
    private let perProtocol: JSONObject?
    /// For people; part of the envelope.
    let subject: String?
    /// `MessageAttributes` as given; empty when there are none.
    let attributes: JSONObject
    /// The message group.
    let groupID: String?
    /// In FIFO topics: as given, or the hash of the message.
    let deduplicationID: String?
    /// As it counts towards the limits.
    let size: Int

    /// Checks the members that `Publish` and an entry of `PublishBatch` share.
    init(_ input: ActionInput, for topic: Topic) throws(ServiceError) {
        guard let message = try input.text("Message"), !message.isEmpty else { throw .invalid("Empty message") }
        self.message = message
        subject = try Self.subject(input)
        attributes = try Self.attributes(input)
        size = message.utf8.count + attributes.reduce(0) { $0 + Self.size($1.key, $1.value) }
        guard size <= Limits.messageBytesMax else { throw .invalid("Message too long") }
        perProtocol = try Self.perProtocol(message, input)
        groupID = try input.text("MessageGroupId")
        let given = try input.text("MessageDeduplicationId")
        if topic.key.isFIFO {
            guard let groupID, !groupID.isEmpty else {
                throw .invalid("The MessageGroupId parameter is required for FIFO topics")
            }
            guard given != nil || topic.deduplicatesByContent else {
                throw .invalid(
                    "The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly"
                )
            }
            deduplicationID = given ?? Digests.hex(Digests.sha256(message.utf8))
        } else {
            guard given == nil else {
                throw .invalid(
                    "MessageDeduplicationId Reason: The request includes MessageDeduplicationId parameter that is not valid for this topic type"
                )
            }
            deduplicationID = nil
        }
    }

    /// The text for subscriptions of a protocol.
    func text(for protocolName: String) -> String {
        guard let perProtocol else { return message }
        return perProtocol[protocolName]?.stringValue ?? perProtocol["default"]?.stringValue ?? message
    }

    private static func subject(_ input: ActionInput) throws(ServiceError) -> String? {
        guard let subject = try input.text("Subject") else { return nil }
        let isPrintable = subject.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
        guard !subject.isEmpty, subject.count <= Limits.subjectMax, isPrintable, subject.first != " " else {
            throw .invalid("Subject")
        }
        return subject
    }

    private static func perProtocol(_ message: String, _ input: ActionInput) throws(ServiceError) -> JSONObject? {
        guard let structure = try input.text("MessageStructure"), !structure.isEmpty else { return nil }
        guard structure == "json" else { throw .invalid("MessageStructure") }
        guard let texts = try? JSON.parse(message), let object = texts.objectValue else {
            throw .invalid("Message Structure - JSON message body failed to parse")
        }
        guard object["default"]?.stringValue != nil else {
            throw .invalid("Message Structure - No default entry in JSON message body")
        }
        return object
    }

    private static func attributes(_ input: ActionInput) throws(ServiceError) -> JSONObject {
        guard let value = input.value("MessageAttributes") else { return JSONObject() }
        guard let attributes = value.objectValue else { throw .wrongType("MessageAttributes", expected: "a map") }
        for (name, attribute) in attributes {
            try MessageAttributeName.check(name)
            guard let type = attribute["DataType"]?.stringValue, !type.isEmpty else {
                throw ServiceError(
                    "ParameterValueInvalid",
                    "The message attribute '\(name)' must contain non-empty message attribute type.")
            }
            let kind = type.prefix { $0 != "." }
            guard ["String", "Number", "Binary"].contains(kind) else {
                throw ServiceError(
                    "ParameterValueInvalid",
                    "The message attribute '\(name)' has an invalid message attribute type, the set of supported "
                        + "type prefixes is Binary, Number, and String.")
            }
            let text = attribute[kind == "Binary" ? "BinaryValue" : "StringValue"]?.stringValue ?? ""
            guard !text.isEmpty else {
                throw ServiceError(
                    "ParameterValueInvalid",
                    "The message attribute '\(name)' must contain non-empty message "
                        + "attribute value for message attribute type '\(type)'.")
            }
            if kind == "Number", Double(text) == nil {
                throw ServiceError(
                    "ParameterValueInvalid", "Could not cast message attribute '\(name)' value to number.")
            }
        }
        return attributes
    }

    private static func size(_ name: String, _ attribute: JSON) -> Int {
        name.utf8.count + (attribute["DataType"]?.stringValue?.utf8.count ?? 0)
            + (attribute["StringValue"]?.stringValue?.utf8.count ?? attribute["BinaryValue"]?.stringValue?.utf8.count
                ?? 0)
    }
}
