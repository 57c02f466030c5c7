import Digests
import JSONTree
import ResourceNames

/// A message on its way to one subscription, in the forms AWS gives it.
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
    /// `1` or `2`.
    let signatureVersion: String
    /// What proves where the message is from; empty in raw messages and those of FIFO topics.
    let signature: String
    /// Where the certificate is served.
    let certificatePath: String

    /// The body of a message to a queue or a URL, laid out as AWS does. FIFO topics carry a sequence number and no signature.
    var envelope: String {
        var members: [(String, String)] = [("Type", "Notification"), ("MessageId", receipt.messageID)]
        if let number = receipt.sequenceNumber { members.append(("SequenceNumber", number)) }
        members.append(("TopicArn", subscription.topic.arn))
        if let subject = publication.subject { members.append(("Subject", subject)) }
        members.append(("Message", text))
        members.append(("Timestamp", sentAt.iso8601))
        if !subscription.topic.isFIFO {
            members += [
                ("SignatureVersion", signatureVersion), ("Signature", signature), ("SigningCertURL", certificateURL),
            ]
        }
        members.append(("UnsubscribeURL", unsubscribeURL))
        return Envelope.text(members, attributes: attributes)
    }

    /// The members that are signed, in their order.
    static func signed(
        _ publication: Publication, _ receipt: PublishReceipt, to subscription: Subscription, at instant: Timestamp
    ) -> [(name: String, value: String)] {
        var members = [
            (name: "Message", value: publication.text(for: subscription.protocolName)),
            (name: "MessageId", value: receipt.messageID),
        ]
        if let subject = publication.subject { members.append(("Subject", subject)) }
        members.append(("Timestamp", instant.iso8601))
        members.append(("TopicArn", subscription.topic.arn))
        members.append(("Type", "Notification"))
        return members
    }

    /// What an HTTP endpoint is sent.
    func letter(id: String) -> Letter {
        Letter(
            id: id, kind: .notification, messageID: receipt.messageID, to: subscription,
            body: subscription.isRaw ? text : envelope, isRaw: subscription.isRaw)
    }

    /// The event of an invoked function.
    var event: JSON {
        var body = JSONObject([
            ("Type", "Notification"), ("MessageId", .string(receipt.messageID)),
            ("TopicArn", .string(subscription.topic.arn)),
            ("Subject", publication.subject.map { .string($0) } ?? .null), ("Message", .string(text)),
            ("Timestamp", .string(sentAt.iso8601)),
        ])
        body["SignatureVersion"] = .string(signatureVersion)
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

    /// The message to the dead letters: what the queue would have got, or the function's event.
    var deadLetter: JSONObject {
        guard subscription.protocolName != "lambda" else { return ["MessageBody": .string(event.text)] }
        var input = sendMessageInput.objectValue ?? JSONObject()
        input["MessageDeduplicationId"] = nil
        if subscription.deadLetters?.resource.hasSuffix(".fifo") == true, let id = publication.deduplicationID {
            input["MessageDeduplicationId"] = .string(id)
        }
        return input
    }

    /// The input of `Invoke` for a function.
    var invokeInput: JSON {
        [
            "FunctionName": .string(subscription.endpoint), "InvocationType": "Event",
            "Payload": .string(Base64.encode(event.bytes)),
        ]
    }

    private var text: String { publication.text(for: subscription.protocolName) }

    private var attributes: JSONObject {
        JSONObject(
            publication.attributes.map { name, attribute in
                let value = attribute["StringValue"] ?? attribute["BinaryValue"] ?? ""
                return (name, .object(JSONObject([("Type", attribute["DataType"] ?? ""), ("Value", value)])))
            })
    }

    private var certificateURL: String { endpoint + certificatePath }

    private var unsubscribeURL: String { "\(endpoint)/?Action=Unsubscribe&SubscriptionArn=\(subscription.arn)" }
}
