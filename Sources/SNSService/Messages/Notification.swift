import Digests
import JSONTree
import ResourceNames

/// A message on its way to one subscription, in the forms AWS gives it.
///
/// The signature is a keyed hash of AWS's canonical text: it tells our notifications from others, but no certificate verifies it.
struct Notification: Sendable {
    /// What was published.
    let publication: Publication
    /// What the publisher was told.
    let receipt: PublishReceipt
    /// Where it goes.
    let subscription: Subscription
    let sentAt: Timestamp
    /// What URLs start with.
    let endpoint: String
    /// What signatures are made with.
    let signingKey: [UInt8]

    /// The body of a message to a queue, laid out as AWS does. FIFO topics carry a sequence number and no signature.
    var envelope: String {
        var members: [(String, String)] = [("Type", "Notification"), ("MessageId", receipt.messageID)]
        if let number = receipt.sequenceNumber { members.append(("SequenceNumber", number)) }
        members.append(("TopicArn", subscription.topic.arn))
        if let subject = publication.subject { members.append(("Subject", subject)) }
        members.append(("Message", text))
        members.append(("Timestamp", sentAt.iso8601))
        if !subscription.topic.isFIFO {
            members += [("SignatureVersion", "1"), ("Signature", signature), ("SigningCertURL", certificateURL)]
        }
        members.append(("UnsubscribeURL", unsubscribeURL))
        var lines = members.map { "  \"\($0.0)\" : \(JSON.string($0.1).text)" }
        if !attributes.isEmpty {
            let inner = attributes.map { "    \(JSON.string($0.key).text) : \($0.value.text)" }
            lines.append("  \"MessageAttributes\" : {\n\(inner.joined(separator: ",\n"))\n  }")
        }
        return "{\n\(lines.joined(separator: ",\n"))\n}"
    }

    /// The event of an invoked function.
    var event: JSON {
        var body = JSONObject([
            ("Type", "Notification"), ("MessageId", .string(receipt.messageID)),
            ("TopicArn", .string(subscription.topic.arn)),
            ("Subject", publication.subject.map { .string($0) } ?? .null), ("Message", .string(text)),
            ("Timestamp", .string(sentAt.iso8601)),
        ])
        body["SignatureVersion"] = "1"
        body["Signature"] = .string(signature)
        body["SigningCertUrl"] = .string(certificateURL)
        body["UnsubscribeUrl"] = .string(unsubscribeURL)
        body["MessageAttributes"] = .object(attributes)
        let record = JSONObject([
            ("EventSource", "aws:sns"), ("EventVersion", "1.0"), ("EventSubscriptionArn", .string(subscription.arn)),
            ("Sns", .object(body)),
        ])
        return .object(JSONObject([("Records", .array([.object(record)]))]))
    }

    /// The input of `SendMessage` for a queue.
    var sendMessageInput: JSON {
        var input = JSONObject()
        if let arn = ARN(subscription.endpoint) {
            input["QueueUrl"] = .string("\(endpoint)/\(arn.account)/\(arn.resource)")
        }
        input["MessageBody"] = .string(subscription.isRaw ? text : envelope)
        if subscription.isRaw, !publication.attributes.isEmpty {
            input["MessageAttributes"] = .object(publication.attributes)
        }
        if let group = publication.groupID { input["MessageGroupId"] = .string(group) }
        if subscription.endpoint.hasSuffix(".fifo"), let id = publication.deduplicationID {
            input["MessageDeduplicationId"] = .string(id)
        }
        return .object(input)
    }

    private var text: String { publication.text(for: subscription.protocolName) }

    private var attributes: JSONObject {
        JSONObject(
            publication.attributes.map { name, attribute in
                let value = attribute["StringValue"] ?? attribute["BinaryValue"] ?? ""
                return (name, .object(JSONObject([("Type", attribute["DataType"] ?? ""), ("Value", value)])))
            })
    }

    private var signature: String {
        var canonical = "Message\n\(text)\nMessageId\n\(receipt.messageID)\n"
        if let subject = publication.subject { canonical += "Subject\n\(subject)\n" }
        canonical += "Timestamp\n\(sentAt.iso8601)\nTopicArn\n\(subscription.topic.arn)\nType\nNotification\n"
        return Base64.encode(Digests.hmacSHA256(key: signingKey, canonical.utf8))
    }

    private var certificateURL: String {
        "\(endpoint)/SimpleNotificationService-\(Digests.hex(Digests.sha256(signingKey).prefix(16))).pem"
    }

    private var unsubscribeURL: String { "\(endpoint)/?Action=Unsubscribe&SubscriptionArn=\(subscription.arn)" }
}
