import JSONTree
import OutboundHTTP
import ResourceNames

/// A message on its way to an HTTP endpoint, as stored until it is there or given up.
struct Letter: Sendable {
    /// The kinds of messages: as the header says.
    enum Kind: String, Sendable {
        case notification = "Notification"
        case subscriptionConfirmation = "SubscriptionConfirmation"
        case unsubscribeConfirmation = "UnsubscribeConfirmation"
    }

    /// A UUID: the row's key.
    let id: String
    /// What it is about.
    let kind: Kind
    /// A UUID that the endpoint is told.
    let messageID: String
    /// The ARN of the subscription.
    let subscription: String
    /// Where it goes.
    let url: String
    /// What is sent.
    let body: String
    /// The message goes out without an envelope.
    let isRaw: Bool
    /// How often it was tried and failed.
    var failures = 0

    /// The rows of letters that are under way.
    static let rowKind = "topicLetter"

    /// A letter that has not been sent.
    init(id: String, kind: Kind, messageID: String, to subscription: Subscription, body: String, isRaw: Bool = false) {
        (self.id, self.kind, self.messageID) = (id, kind, messageID)
        (self.subscription, url) = (subscription.arn, subscription.endpoint)
        (self.body, self.isRaw) = (body, isRaw)
    }

    /// Reads the stored form; `nil` when it is damaged.
    init?(id: String, json: JSON) {
        guard let kind = json["kind"]?.stringValue.flatMap(Kind.init), let messageID = json["message"]?.stringValue,
            let subscription = json["subscription"]?.stringValue, let url = json["url"]?.stringValue,
            let body = json["body"]?.stringValue, let failures = json["failures"]?.integerValue
        else { return nil }
        (self.id, self.kind, self.messageID) = (id, kind, messageID)
        (self.subscription, self.url, self.body) = (subscription, url, body)
        isRaw = json["raw"]?.boolValue ?? false
        self.failures = Int(failures)
    }

    /// The stored form.
    var json: JSON {
        [
            "kind": .string(kind.rawValue), "message": .string(messageID), "subscription": .string(subscription),
            "url": .string(url), "body": .string(body), "raw": .bool(isRaw), "failures": .integer(Int64(failures)),
        ]
    }

    /// The request that carries it. Source: developer guide, "HTTP/HTTPS headers".
    func request(contentType: String) -> OutboundRequest {
        let topic = Subscription.topic(ofARN: subscription)?.arn ?? ""
        var headers = [
            HTTPField("x-amz-sns-message-type", kind.rawValue), HTTPField("x-amz-sns-message-id", messageID),
            HTTPField("x-amz-sns-topic-arn", topic),
        ]
        // Who has not said yes is not told what the subscription is called.
        if kind != .subscriptionConfirmation {
            headers.append(HTTPField("x-amz-sns-subscription-arn", subscription))
        }
        if isRaw { headers.append(HTTPField("x-amz-sns-rawdelivery", "true")) }
        headers.append(HTTPField("Content-Type", contentType))
        headers.append(HTTPField("User-Agent", "Amazon Simple Notification Service Agent"))
        return OutboundRequest(
            method: "POST", url: url, headers: headers, body: Array(body.utf8), timeout: Limits.endpointTimeout,
            responseBytesMax: Limits.endpointAnswerBytesMax)
    }
}
